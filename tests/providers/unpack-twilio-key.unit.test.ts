import { describe, expect, it, test } from 'vitest'
import { checkKey } from '#lib/pairing/check-key'
import { twilio } from '#lib/providers/twilio'
import { randomKey, randomLetters } from './random-key.ts'

const account = `AC${randomLetters(32, 'hex')}`
const token = randomLetters(32, 'hex')
const apiKey = `SK${randomLetters(32, 'hex')}`
const secret = randomLetters(32)
const unpack = (pasted: string) => twilio.unpack?.(pasted)

describe('a Twilio key as people paste it', () => {
  test.each([
    ['two lines', `${account}\n${token}\n`],
    ['two lines with words', `Account SID: ${account}\r\nAuth Token: ${token}`],
    ['the token first', `${token} ${account}`],
    ['a .env', `TWILIO_ACCOUNT_SID=${account}\nTWILIO_AUTH_TOKEN='${token}'`],
    ['a shell', `export TWILIO_ACCOUNT_SID="${account}"\nexport TWILIO_AUTH_TOKEN="${token}"`],
    ['JSON', JSON.stringify({ accountSid: account, authToken: token })],
    ['a cURL call', `curl https://api.twilio.com/2010-04-01/Accounts/${account}.json -u ${account}:${token}`],
  ])('is put into one line from %s', (_, pasted) => {
    expect(unpack(pasted)).toBe(`${account}:${token}`)
  })

  it('keeps an API key together with its account', () => {
    const pasted = `TWILIO_API_SECRET=${secret}\nTWILIO_API_KEY=${apiKey}\nTWILIO_ACCOUNT_SID=${account}`
    expect(unpack(pasted)).toBe(`${account}:${apiKey}:${secret}`)
  })

  it('is left alone where it is in one piece, has no account, or two secrets', () => {
    for (const pasted of [
      `${account}:${token}`,
      ` ${account}:${token}\n`,
      `TWILIO_AUTH_TOKEN=${token}`,
      `${account}\n${token}\n${secret}`,
      `${account}\n${token.slice(1)}`,
    ])
      expect(unpack(pasted)).toBeNull()
  })

  it('is told what is missing where a part of it was pasted', () => {
    const parts = twilio.keyFormats.filter(({ role }) => role === 'wrong_kind')
    expect(parts).toHaveLength(4)
    for (const part of parts) {
      const { stop } = checkKey({ provider: twilio, value: randomKey(part) })
      expect(stop).toMatchObject({ verdict: 'wrong_key_kind' })
      expect(stop?.says).toContain(part.instead)
    }
  })
})

describe('where each piece of a Twilio key goes', () => {
  const path = (key: string) => (typeof twilio.proof.path === 'function' ? twilio.proof.path(key, '') : '')
  const pair = (key: string) => (twilio.proof.scheme?.kind === 'basic' ? twilio.proof.scheme.pair(key) : undefined)

  it('an auth token signs in as its account, and reads it', () => {
    expect(path(`${account}:${token}`)).toBe(`/Accounts/${account}.json`)
    expect(pair(`${account}:${token}`)).toEqual([account, token])
  })

  it('an API key signs in under its own name, and reads what the account holds', () => {
    expect(path(`${account}:${apiKey}:${secret}`)).toBe(`/Accounts/${account}/Balance.json`)
    expect(pair(`${account}:${apiKey}:${secret}`)).toEqual([apiKey, secret])
  })
})
