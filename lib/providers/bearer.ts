/** `Authorization: Bearer …`, the form that most providers ask for (RFC 6750). */
export function bearer(key: string): Record<string, string> {
  return { authorization: `Bearer ${key}` }
}
