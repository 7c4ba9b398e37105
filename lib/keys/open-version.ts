import { runtime } from '#lib/server/runtime'

interface SealedVersion {
  number: number
  sealed: Uint8Array
}
interface Place {
  id: string
  projectId: string
  environmentId: string
}

/** The value of a version. Call it only after the event that says so was committed. */
export function openVersion({ id, projectId, environmentId }: Place, { number, sealed }: SealedVersion): string {
  const place = {
    purpose: 'key-version',
    projectId,
    environmentId,
    keyId: id,
    version: number,
    field: 'value',
  } as const
  return runtime().keyring.open(place, sealed)
}
