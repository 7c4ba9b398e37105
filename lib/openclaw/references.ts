/** A key as a reference may name it. */
export interface Referable {
  id: string
  name: string
  provider: string
}

type Match<K> = { key: K } | { code: 'NOT_FOUND' | 'AMBIGUOUS_DUPLICATE_KEY' }

/** A name in the letters that OpenClaw allows in a reference, which has no underscore. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/**
 * What a reference means, `production/openai-api-key`: an environment and the name of a key in it, or the name of its
 * provider where one key alone is of it.
 */
export function findReferred<K extends Referable>(reference: string, environment: string, keys: K[]): Match<K> {
  const [place, asked, ...more] = reference.split('/')
  if (place !== environment || !asked || more.length > 0) return { code: 'NOT_FOUND' }
  const named = keys.filter(({ name }) => slugOf(name) === asked)
  return one(named) ?? one(keys.filter(({ provider }) => slugOf(provider) === asked)) ?? { code: 'NOT_FOUND' }
}

function one<K>(keys: K[]): Match<K> | null {
  const [first, ...more] = keys
  if (!first) return null
  return more.length > 0 ? { code: 'AMBIGUOUS_DUPLICATE_KEY' } : { key: first }
}

/** The reference that means this key and no other: by name, or null where two names are written alike. */
export function referenceTo(key: Referable, environment: string, keys: Referable[]): string | null {
  const reference = `${environment}/${slugOf(key.name)}`
  const match = findReferred(reference, environment, keys)
  return 'key' in match && match.key.id === key.id ? reference : null
}
