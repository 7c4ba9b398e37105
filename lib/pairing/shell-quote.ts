/**
 * One word for a shell, in which these variables, and no others, are put in by the shell; also where a provider's own
 * function encoded their `$`. Everything else reaches the program as it stands.
 */
export function shellQuote(text: string, variables: readonly string[]): string {
  const names = [...variables].sort((one, other) => other.length - one.length).join('|')
  const variable = new RegExp(`(?:\\$|%24)(${names})(?!\\w)`, 'g')
  const pieces = text.split(variable)
  // Split by a pattern with one group: plain pieces and names take turns.
  if (pieces.length === 1) return `'${text.replaceAll("'", `'\\''`)}'`
  const written = pieces.map((piece, index) => (index % 2 === 1 ? `$${piece}` : piece.replaceAll(/["\\`$]/g, '\\$&')))
  return `"${written.join('')}"`
}
