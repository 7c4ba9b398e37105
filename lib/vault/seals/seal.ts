/** Whatever keeps the root key closed: a file, an environment variable, a passphrase, a key service. It wraps one small row. */
export interface Seal {
  /** Recognises the key without revealing it: `file:3fa9…`. */
  id: string
  wrap(rootKey: Uint8Array, aad: Uint8Array): Promise<Buffer>
  /** Throws when the bytes were not wrapped by this seal. */
  unwrap(wrapped: Uint8Array, aad: Uint8Array): Promise<Buffer>
}
