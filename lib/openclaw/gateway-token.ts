import { runtime } from '#lib/server/runtime'

interface Place {
  id: string
  projectId: string
  environmentId: string
}

/** Seals the token of a gateway where only this gateway's row opens it. */
export function sealGatewayToken(place: Place, token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(runtime().keyring.seal(placeOf(place), token))
}

/** Call it only after the event that says so was committed. */
export function openGatewayToken(place: Place, sealed: Uint8Array): string {
  return runtime().keyring.open(placeOf(place), sealed)
}

function placeOf({ id, projectId, environmentId }: Place) {
  return { purpose: 'openclaw-gateway', projectId, environmentId, keyId: id, version: 1, field: 'token' } as const
}
