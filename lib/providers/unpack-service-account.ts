import { isRecord } from './read-error.ts'

/** The file of a Google service account in one line, without its private key; null for anything else. */
export function unpackServiceAccount(pasted: string): string | null {
  if (!/"service_account"/.test(pasted)) return null
  try {
    const file: unknown = JSON.parse(pasted)
    if (!isRecord(file) || file.type !== 'service_account') return null
    return JSON.stringify({ type: file.type, client_email: file.client_email })
  } catch {
    return null
  }
}
