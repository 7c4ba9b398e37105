const KEY_ID = /\bA(?:KIA|BIA|CCA|SIA)[A-Z2-7]{16}\b/
const SECRET = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=_-])/
const SESSION_TOKEN = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{100,}={0,2}/

/**
 * `ID:SECRET`, or `ID:SECRET:SESSION_TOKEN`, from what the console, the command line and its files show: two lines, CSV,
 * an INI profile, `export` lines, JSON. Of several profiles the first one counts.
 */
export function unpackAwsKey(pasted: string): string | null {
  if (!/[\s,;={]/.test(pasted.trim())) return null
  const id = KEY_ID.exec(pasted)
  if (!id) return null
  const after = pasted.slice(id.index + id[0].length)
  const before = pasted.slice(0, id.index)
  const secret = SECRET.exec(after)?.[0] ?? SECRET.exec(before)?.[0]
  if (!secret) return null
  const token = id[0].startsWith('ASIA') ? (SESSION_TOKEN.exec(after) ?? SESSION_TOKEN.exec(before))?.[0] : undefined
  return [id[0], secret, ...(token ? [token] : [])].join(':')
}
