import { createHash, randomBytes } from 'node:crypto'
import { AppError } from '#lib/errors'
import { KEY_BYTES } from '#lib/vault/aead'

/** Crockford's base32: no I, L, O or U, so that what is read aloud or copied by hand comes back the same. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUP = 5
const KEY_CHARACTERS = Math.ceil((KEY_BYTES * 8) / 5)
const CHECK_CHARACTERS = 8
const CHARACTERS = KEY_CHARACTERS + CHECK_CHARACTERS

/** 32 random bytes, which open the root keys when the master key is lost. */
export function makeRecoveryKey(): Buffer {
  return randomBytes(KEY_BYTES)
}

/** As it is printed: `CLVR-`, then 12 groups of 5 characters, the last 8 characters being a check of the rest. */
export function printRecoveryKey(key: Uint8Array): string {
  const text = encode(key).padEnd(KEY_CHARACTERS, '0') + checkOf(key)
  return `CLVR-${text.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-')}`
}

/** The last group alone: made of the check, so that it proves a copy without revealing anything of the key. */
export function lastGroupOf(key: Uint8Array): string {
  return checkOf(key).slice(-GROUP)
}

/** Reads a printed key as people type it: any case, with or without dashes and spaces. `invalid` for a typing error. */
export function parseRecoveryKey(text: string): Buffer {
  const characters = normalise(text).replace(/^C1VR/, '')
  if (characters.length !== CHARACTERS || [...characters].some((character) => !ALPHABET.includes(character))) {
    throw mistyped()
  }
  const key = decode(characters.slice(0, KEY_CHARACTERS))
  if (normalise(printRecoveryKey(key)).slice(4) !== characters) throw mistyped()
  return key
}

/** Upper case, without separators, and with the letters that Crockford's alphabet lacks read as what they look like. */
export function normalise(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
}

function checkOf(key: Uint8Array): string {
  const hash = createHash('sha256').update('claviger/v1/recovery-check').update(key).digest()
  return encode(hash).slice(0, CHECK_CHARACTERS)
}

function encode(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

function decode(text: string): Buffer {
  const bits = [...text].map((character) => ALPHABET.indexOf(character).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

const mistyped = () =>
  new AppError(
    'invalid',
    'This is not a recovery key as it was printed: CLVR, then 12 groups of 5 characters. A character is wrong, missing or too many. Nothing was changed.',
  )
