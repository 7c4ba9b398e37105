import { createHmac } from 'node:crypto'

/** How long a value is, roughly: enough to see a value that was cut, too little to tell anything about it. */
const CLASSES = [0, 16, 32, 48, 64, 96, 128, 192, 256, 512]

/** The code of a value under a salt: whoever holds the same value gets the same code, and nobody gets the value from it. */
export function digestOf(value: string, salt: string): Buffer {
  return createHmac('sha256', salt).update(value, 'utf8').digest()
}

/** `48-63`, in bytes. */
export function lengthClass(value: string): string {
  const length = Buffer.byteLength(value, 'utf8')
  const at = CLASSES.findLastIndex((from) => length >= from)
  const next = CLASSES[at + 1]
  return next === undefined ? `${CLASSES[at]}+` : `${CLASSES[at]}-${next - 1}`
}

/** What the application's side prints: the code, and the class of the length. */
export function proveValue(value: string, salt: string): string {
  return `${digestOf(value, salt).toString('hex')} ${lengthClass(value)}`
}

/** Salts are plain letters, so that no shell and no language reads them differently. */
export const SALT = /^[a-f0-9]{32,128}$/
