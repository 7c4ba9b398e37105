import { randomBytes } from 'node:crypto'

/** A value that looks like a key of nobody, different every time. */
export function randomKey(prefix = 'test-'): string {
  return `${prefix}${randomBytes(24).toString('hex')}`
}
