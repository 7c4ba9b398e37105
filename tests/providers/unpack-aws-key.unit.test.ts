import { expect, test } from 'vitest'
import { aws } from '#lib/providers/aws'
import { unpackAwsKey } from '#lib/providers/unpack-aws-key'
import { randomKey, randomLetters } from './random-key.ts'

const usable = aws.keyFormats.filter(({ role }) => role === 'usable')
const formOf = (prefix: string) => usable.find((format) => format.prefix === prefix) ?? usable[0]
const partsOf = (prefix: string) => {
  const format = formOf(prefix)
  const [id = '', secret = '', token = ''] = format ? randomKey(format).split(':') : []
  return { id, secret, token }
}
const { id, secret } = partsOf('AKIA')
const temporary = partsOf('ASIA')

test.each([
  ['two lines', `${id}\n${secret}\n`],
  ['the file of the console', `Access key ID,Secret access key\r\n${id},${secret}\r\n`],
  ['a profile', `[default]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\nregion = eu-central-1`],
  ['a profile with the secret first', `[ci]\naws_secret_access_key=${secret}\naws_access_key_id=${id}`],
  ['a shell', `export AWS_ACCESS_KEY_ID="${id}"\nexport AWS_SECRET_ACCESS_KEY="${secret}"`],
  ['a .env', `AWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY='${secret}'`],
  [
    'iam create-access-key',
    JSON.stringify({ AccessKey: { UserName: 'ci', AccessKeyId: id, Status: 'Active', SecretAccessKey: secret } }),
  ],
  ['a table', `| AccessKeyId | ${id} |\n| SecretAccessKey | ${secret} |`],
])('reads a key from %s', (_, pasted) => {
  expect(unpackAwsKey(pasted)).toBe(`${id}:${secret}`)
})

test('takes the session token of temporary credentials along', () => {
  const Credentials = {
    AccessKeyId: temporary.id,
    SecretAccessKey: temporary.secret,
    SessionToken: temporary.token,
    Expiration: '2026-06-01T13:00:00Z',
  }
  expect(unpackAwsKey(JSON.stringify({ Credentials }))).toBe(`${temporary.id}:${temporary.secret}:${temporary.token}`)
})

test('takes the first of several profiles', () => {
  const other = partsOf('AKIA')
  expect(unpackAwsKey(`[a]\n${id}\n${secret}\n[b]\n${other.id}\n${other.secret}`)).toBe(`${id}:${secret}`)
})

test('leaves alone what is in one piece, or is no key', () => {
  expect(unpackAwsKey(`${id}:${secret}`)).toBeNull()
  expect(unpackAwsKey(`${id}:${secret}\n`)).toBeNull()
  expect(unpackAwsKey(id)).toBeNull()
  expect(unpackAwsKey(`${id}\n${randomLetters(39)}`)).toBeNull()
  expect(unpackAwsKey(`hello, world: ${randomLetters(40)}`)).toBeNull()
})
