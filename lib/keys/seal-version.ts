import { maskValue } from '#lib/format/mask-value'
import { newId } from '#lib/ids'
import { findProvider } from '#lib/providers/catalog'
import { matchesFormat } from '#lib/providers/matches-format'
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
    masked: maskValue(value, publicPrefixOf(value, providerId)).replace(/\p{C}/gu, '\ufffd'),
  }
}

/** The longest documented start that the value has: of `sk-` and `sk-proj-`, the latter. */
function publicPrefixOf(value: string, providerId: string): string {
  const formats = findProvider(providerId)?.keyFormats ?? []
  const fitting = formats.filter((format) => matchesFormat(value.trim(), format)).map(({ prefix }) => prefix)
  return fitting.reduce((longest, prefix) => (prefix.length > longest.length ? prefix : longest), '')
}
