const BULLETS = '••••••••'
const SHORTEST_SHOWN = 20
const SHORTEST_SECRET = 12

/**
 * What may be shown of a value: its provider's public prefix and the last four characters (`sk-proj-…a1B2`), for values of at
 * least 20 characters of which 12 follow the prefix; bullets for anything shorter, so that a mask never gives half a secret away.
 */
export function maskValue(value: string, publicPrefix = ''): string {
  const characters = Array.from(value.trim())
  const prefix = publicPrefix && value.startsWith(publicPrefix) ? publicPrefix : ''
  const secretLength = characters.length - Array.from(prefix).length
  if (characters.length < SHORTEST_SHOWN || secretLength < SHORTEST_SECRET) return BULLETS
  return `${prefix}…${characters.slice(-4).join('')}`
}
