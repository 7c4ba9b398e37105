/** A verdict as it is read in a sentence: `key_revoked` is “key revoked”. */
export function inWords(verdict: string | null | undefined): string {
  return (verdict ?? 'unknown').replaceAll('_', ' ')
}
