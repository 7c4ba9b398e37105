import { randomInt } from 'node:crypto'
import type { Alphabet, KeyFormat } from '#lib/providers/provider'

const ALPHABETS: Record<Alphabet, string> = {
  letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  hex: '0123456789abcdef',
  digits: '0123456789',
  base64url: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
}

export function randomLetters(length: number, alphabet: Alphabet = 'letters'): string {
  const from = ALPHABETS[alphabet]
  return Array.from({ length }, () => from[randomInt(from.length)]).join('')
}

/** A made-up key of this form, new each time, so that none stands in the repository. */
export function randomKey(format: KeyFormat): string {
  return format.example(randomLetters)
}
