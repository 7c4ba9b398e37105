import { expect, it } from 'vitest'
import { checkKey } from '#lib/pairing/check-key'
import { randomLetters } from '../providers/random-key.ts'
import { providerOf } from './conclude-from.ts'

it('speaks of the length alone where keys begin with nothing that tells them', () => {
  const cut = randomLetters(33, 'hex')
  const { shape, shapeSays, belongsTo } = checkKey({ provider: providerOf('deepgram'), value: cut })
  expect({ shape, belongsTo }).toEqual({ shape: 'mismatch', belongsTo: undefined })
  expect(shapeSays).toBe(
    'It is 33 characters long and has not the form of Deepgram’s keys, which are usually 40 characters long.',
  )
})

it('never says of a form that many companies share whose key it is', () => {
  const value = randomLetters(40, 'hex')
  expect(checkKey({ provider: providerOf('groq'), value })).toMatchObject({ belongsTo: undefined, stop: undefined })
})
