const TOKEN = /\bdckr_[op]at_[A-Za-z0-9_-]{27,32}(?![\w-])/
const NAMED =
  /(?:^|\s)-u[ =]?["']?([\w-]+)|\w*user(?:_?name)?["']?\s*[:= ]\s*["']?([\w-]+)|(?:identifier|login|namespace)["']?\s*[:=]\s*["']?([\w-]+)/i
const ABOVE = /([\w-]+)\s*[,;:]?\s*$/

/** `USER:TOKEN` from a `docker login` command, `.env` lines, JSON, two lines, or the `auth` of Docker's config.json. */
export function unpackDockerHubKey(pasted: string): string | null {
  if (!/[\s,;={]/.test(pasted.trim())) return null
  const auth = /"auth"\s*:\s*"([A-Za-z0-9+/=]+)"/.exec(pasted)?.[1]
  const text = auth ? Buffer.from(auth, 'base64').toString() : pasted
  const token = TOKEN.exec(text)
  if (!token) return null
  const named = NAMED.exec(text)
  const user = named?.slice(1).find(Boolean) ?? ABOVE.exec(text.slice(0, token.index))?.[1]
  return user ? `${user}:${token[0]}` : null
}
