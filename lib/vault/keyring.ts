import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { chainKey } from '#lib/audit/chain'
import type { ChainKey } from '#lib/audit/record'
import { AppError } from '#lib/errors'
import { openEnvelope, type Place, rootVersionOf, sealEnvelope } from './envelope.ts'
import { type Purpose, purposeKey } from './purposes.ts'
import { rootKeyCheck } from './root-key-check.ts'

/** The only place where plaintext meets a key. Keys stay inside; what comes out is sealed, opened or derived for one purpose. */
export interface Keyring {
  /** Recognises the master key in messages and logs without revealing it. */
  sealId: string
  chainKey: ChainKey
  /** Whether a stored root key is the one in use, under whichever master key it is sealed by now. */
  holds(row: { version: number; check: string }): boolean
  seal(place: Place, plaintext: string): Buffer
  open(place: Place, envelope: Uint8Array): string
  /** HMAC of the exact bytes: equal values have equal fingerprints, and nothing else can be learnt from one. */
  fingerprint(value: string): string
  derive(purpose: Extract<Purpose, 'session' | 'server-action' | 'cursor'>): Buffer
}

export function makeKeyring(sealId: string, rootKeys: ReadonlyMap<number, Uint8Array>): Keyring {
  const latest = Math.max(...rootKeys.keys())
  const first = rootKeyOf(rootKeys, Math.min(...rootKeys.keys()))
  const fingerprintKey = purposeKey(first, 'fingerprint')
  const checks = new Map([...rootKeys].map(([version, rootKey]) => [version, rootKeyCheck(rootKey)]))
  // Derived once: a program that fetches twenty values would wait for twenty derivations.
  const wrapKeys = new Map<string, KeyObject>()
  const wrapKeyOf = (version: number, projectId: string) => {
    const name = `${version} ${projectId}`
    const known = wrapKeys.get(name)
    if (known) return known
    const derived = createSecretKey(purposeKey(rootKeyOf(rootKeys, version), 'wrap', projectId))
    wrapKeys.set(name, derived)
    return derived
  }
  return {
    sealId,
    chainKey: chainKey(purposeKey(first, 'audit-chain')),
    holds: ({ version, check }) => checks.get(version) === check,
    seal(place, plaintext) {
      return sealEnvelope(wrapKeyOf(latest, place.projectId), latest, place, Buffer.from(plaintext, 'utf8'))
    },
    open(place, envelope) {
      const wrapKey = wrapKeyOf(rootVersionOf(envelope), place.projectId)
      return openEnvelope(wrapKey, place, envelope).toString('utf8')
    },
    fingerprint: (value) => createHmac('sha256', fingerprintKey).update(value, 'utf8').digest('hex').slice(0, 32),
    derive: (purpose) => purposeKey(first, purpose),
  }
}

function rootKeyOf(rootKeys: ReadonlyMap<number, Uint8Array>, version: number): Uint8Array {
  const key = rootKeys.get(version)
  if (!key)
    throw new AppError(
      'unavailable',
      `This value was sealed under root key ${version}, which this installation does not hold.`,
    )
  return key
}
