import type { Provider } from '#lib/providers/provider'

/** What of a value may never come out: the whole, and each of its parts that is a secret by itself. */
export function secretsIn({ parts = [], proof }: Provider, value: string): string[] {
  const last = parts.length - 1
  const pieces = value.split(':')
  // The last part may hold colons of its own.
  const partAt = (index: number) => (index === last ? pieces.slice(last).join(':') : pieces[index])
  const secrets = parts.flatMap(({ secret }, index) => (secret ? [partAt(index) ?? ''] : []))
  const basic = proof.scheme?.kind === 'basic' ? [proof.scheme.pair(value).join(':')] : []
  return [value, ...secrets, ...basic]
}
