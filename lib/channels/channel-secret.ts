import { runtime } from '#lib/server/runtime'

/** What a channel needs to be reached: an address, and a key that signs or names it. */
export interface ChannelSecret {
  url: string
  key: string | null
}

export function sealChannel(id: string, secret: ChannelSecret): Uint8Array<ArrayBuffer> {
  return new Uint8Array(runtime().keyring.seal(placeOf(id), JSON.stringify(secret)))
}

/** Opened for a delivery alone; nobody gets to see it. */
export function openChannel(id: string, sealed: Uint8Array): ChannelSecret {
  return JSON.parse(runtime().keyring.open(placeOf(id), sealed)) as ChannelSecret
}

function placeOf(id: string) {
  return { purpose: 'channel', projectId: '', environmentId: '', keyId: id, version: 1, field: 'address' } as const
}
