import { randomInt } from 'node:crypto'

const digits = '0123456789'
const lower = 'abcdefghijklmnopqrstuvwxyz'

export const alphabets = {
  digits,
  hex: '0123456789abcdef',
  upper: lower.toUpperCase() + digits,
  alphanumeric: digits + lower + lower.toUpperCase(),
  base64url: `${digits}${lower}${lower.toUpperCase()}_-`,
}

export function randomText(alphabet: keyof typeof alphabets, length: number): string {
  const letters = alphabets[alphabet]
  return Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('')
}
