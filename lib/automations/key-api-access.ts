import { findKeyApi } from '#lib/key-apis/catalog'
import type { KeyApi, Settings } from '#lib/key-apis/key-api'
import { findProvider } from '#lib/providers/catalog'

/** A key API of one customer, with the credential that it takes: alive only while it is asked. */
export interface KeyApiAccess {
  api: KeyApi
  settings: Settings
  baseUrl: string
  /** The host is one that a person chose. */
  isCustom: boolean
  maker: string
}

interface Chosen {
  api: string
  baseUrl: string | null
  settings: unknown
  key: { provider: string; baseUrl: string | null }
}

/** Where and how the key API of a key is asked; null where there is no such API, or no address for it. */
export function accessOf(chosen: Chosen, maker: string): KeyApiAccess | null {
  const api = findKeyApi(chosen.api)
  const baseUrl = api && addressOf(api, chosen)
  if (!baseUrl) return null
  const settings = chosen.settings as Settings
  return { api, settings, baseUrl: baseUrl.replace(/\/$/, ''), isCustom: baseUrl !== api.baseUrl, maker }
}

/** A key with a base URL of its own has its key API there too, where both usually stand on the same address. */
function addressOf(api: KeyApi, { baseUrl, key }: Chosen): string | null {
  if (baseUrl) return baseUrl
  if (api.id === 'endpoint') return null
  const usual = findProvider(key.provider)?.baseUrl
  if (!api.baseUrl) return key.baseUrl ?? usual ?? null
  if (!key.baseUrl || !usual || !api.baseUrl.startsWith(usual)) return api.baseUrl
  return key.baseUrl.replace(/\/$/, '') + api.baseUrl.slice(usual.length)
}
