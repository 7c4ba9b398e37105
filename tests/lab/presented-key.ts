import type { Call } from './scenario.ts'

/** `Authorization: Bearer KEY` (or `token KEY`, or Basic with the key as user or password). */
export function presentedKey(call: Call): string | undefined {
  const [scheme = '', ...rest] = (call.headers.authorization ?? '').split(' ')
  const value = rest.join(' ').trim()
  if (/^(bearer|token)$/i.test(scheme)) return value || undefined
  if (!/^basic$/i.test(scheme)) return undefined
  const [user, ...password] = Buffer.from(value, 'base64').toString().split(':')
  return password.join(':') || user || undefined
}

export function presentedInHeader(call: Call, name: string): string | undefined {
  const value = call.headers[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
