import { expect, test } from 'vitest'
import { checkKey } from '#lib/pairing/check-key'
import { googleCloudApiKey as provider } from '#lib/providers/google-cloud-api-key'
import { randomLetters } from './random-key.ts'

const privateKey = `-----BEGIN PRIVATE KEY-----\n${randomLetters(400)}\n-----END PRIVATE KEY-----\n`
const file = {
  type: 'service_account',
  project_id: 'lab',
  private_key_id: randomLetters(40, 'hex'),
  private_key: privateKey,
  client_email: 'ci@lab.iam.gserviceaccount.com',
}

test.each([
  ['as it is downloaded', JSON.stringify(file, null, 2)],
  ['in one line', JSON.stringify(file)],
])('knows the file of a service account %s, sends nothing of it, and keeps the private key out', (_, value) => {
  const { stop, cleaned } = checkKey({ provider, value })
  expect(stop).toMatchObject({ verdict: 'wrong_key_kind' })
  expect(cleaned).not.toContain('PRIVATE')
  expect(cleaned).not.toContain(file.private_key_id)
})

test.each(['{"type":"service_account"', '{"type":"user","x":"service_account"}', 'service_account'])(
  'leaves %s alone',
  (value) => {
    expect(provider.unpack?.(value)).toBeNull()
  },
)
