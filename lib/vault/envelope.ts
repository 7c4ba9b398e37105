import { type KeyObject, randomBytes } from 'node:crypto'
import { AppError } from '#lib/errors'
import { aadOf, decrypt, encrypt, KEY_BYTES, OVERHEAD_BYTES } from './aead.ts'

/** Where a ciphertext belongs. Immutable ids: a ciphertext moved to another place does not open there. */
export interface Place {
  purpose: 'key-version' | 'openclaw-gateway' | 'channel'
  projectId: string
  environmentId: string
  /** Of the key, or of whatever else it belongs to. */
  keyId: string
  version: number
  field: string
}

const MAGIC = Buffer.from('CLV1')
const WRAPPED_BYTES = KEY_BYTES + OVERHEAD_BYTES
const HEADER_BYTES = MAGIC.length + 4

/** magic ‖ root-key version (u32) ‖ wrapped data key ‖ sealed value */
export function sealEnvelope(wrappingKey: KeyObject, rootVersion: number, place: Place, plaintext: Uint8Array): Buffer {
  const aad = aadOfPlace(place, rootVersion)
  const dataKey = randomBytes(KEY_BYTES)
  const header = Buffer.alloc(HEADER_BYTES)
  MAGIC.copy(header)
  header.writeUInt32BE(rootVersion, MAGIC.length)
  const envelope = Buffer.concat([header, encrypt(wrappingKey, dataKey, aad), encrypt(dataKey, plaintext, aad)])
  dataKey.fill(0)
  return envelope
}

/** Which root key an envelope needs; `unavailable` for bytes that are no envelope of ours. */
export function rootVersionOf(envelope: Uint8Array): number {
  const bytes = Buffer.from(envelope.buffer, envelope.byteOffset, envelope.byteLength)
  if (bytes.length < HEADER_BYTES + WRAPPED_BYTES + OVERHEAD_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC))
    throw corrupt()
  return bytes.readUInt32BE(MAGIC.length)
}

export function openEnvelope(wrappingKey: KeyObject, place: Place, envelope: Uint8Array): Buffer {
  const aad = aadOfPlace(place, rootVersionOf(envelope))
  try {
    const dataKey = decrypt(wrappingKey, envelope.subarray(HEADER_BYTES, HEADER_BYTES + WRAPPED_BYTES), aad)
    const plaintext = decrypt(dataKey, envelope.subarray(HEADER_BYTES + WRAPPED_BYTES), aad)
    dataKey.fill(0)
    return plaintext
  } catch (cause) {
    throw corrupt(cause)
  }
}

function aadOfPlace(place: Place, rootVersion: number): Buffer {
  return aadOf([
    place.purpose,
    place.projectId,
    place.environmentId,
    place.keyId,
    place.version,
    place.field,
    rootVersion,
  ])
}

function corrupt(cause?: unknown): AppError {
  return new AppError(
    'unavailable',
    'This stored value does not open: its row was damaged or moved. The master key is the right one; restore the row from a backup.',
    { cause },
  )
}
