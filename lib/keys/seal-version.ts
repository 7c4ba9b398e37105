import { maskValue } from '#lib/format/mask-value'
import { newId } from '#lib/ids'
import { cleanValue } from '#lib/pairing/clean-value'
import { findProvider } from '#lib/providers/catalog'
import { runtime } from '#lib/server/runtime'

interface Value {
  projectId: string
  environmentId: string
  keyId: string
  number: number
  value: string
  providerId: string
}

/** One version of a key, ready to be stored: the value sealed for exactly this place, and what may be shown of it. */
export function sealVersion({ value, providerId, number, ...place }: Value) {
  const { keyring } = runtime()
  const sealed = keyring.seal({ purpose: 'key-version', ...place, version: number, field: 'value' }, value)
  return {
    id: newId('ver'),
    number,
    sealed: new Uint8Array(sealed),
    fingerprint: keyring.fingerprint(value),
    masked: maskOf(value, providerId),
  }
}

/** The longest documented start that the value has, and its end; without the hidden characters that may be around it. */
function maskOf(value: string, providerId: string): string {
  const { cleaned } = cleanValue(value)
  const prefixes = (findProvider(providerId)?.keyFormats ?? []).map(({ prefix }) => prefix)
  const fitting = prefixes.filter((prefix) => cleaned.startsWith(prefix))
  const longest = fitting.reduce((best, prefix) => (prefix.length > best.length ? prefix : best), '')
  return maskValue(cleaned, longest).replace(/\p{C}/gu, '\ufffd')
}
