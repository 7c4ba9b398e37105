import { expect, it } from 'vitest'
import { checkKey } from '#lib/pairing/check-key'
import { randomLetters } from '../providers/random-key.ts'
import { providerOf } from './conclude-from.ts'

it('never says of a form that many companies share whose key it is', () => {
  const value = randomLetters(40, 'hex')
  expect(checkKey({ provider: providerOf('groq'), value })).toMatchObject({ belongsTo: undefined, stop: undefined })
  expect(checkKey({ provider: providerOf('deepgram'), value })).toMatchObject({ shape: 'match' })
})

it('tells an old key of OpenAI from one of Stability AI, which is as long and begins alike', () => {
  const value = `sk-${randomLetters(20)}T3BlbkFJ${randomLetters(20)}`
  expect(checkKey({ provider: providerOf('stability'), value })).toMatchObject({
    belongsTo: 'OpenAI',
    stop: { verdict: 'wrong_provider_key' },
  })
})
