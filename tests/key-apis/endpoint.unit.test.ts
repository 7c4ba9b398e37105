import { expect, it } from 'vitest'
import { endpoint } from '#lib/key-apis/endpoint'
import type { KeyCall } from '#lib/key-apis/key-api'

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const idAt = ({ body }: KeyCall, at: string) =>
  endpoint.authorize(SECRET, { method: 'POST', url: 'https://keys.example.com/', body, at: new Date(at) })['webhook-id']

it('gives a call that changes something the same id however often it is made, and each listing its own', () => {
  const wish = { marker: 'claviger-rot_1-1', expiresAt: null }
  const [mint, revoke, list] = [endpoint.mint({}, wish), endpoint.revoke({}, 'key-1'), endpoint.list({}, null)]
  const [first, later] = ['2026-03-01T00:00:00.000Z', '2026-03-01T00:00:20.000Z']
  expect(idAt(mint, first)).toBe(idAt(mint, later))
  expect(revoke.map((call) => idAt(call, first))).toEqual(revoke.map((call) => idAt(call, later)))
  expect(idAt(list, first)).not.toBe(idAt(list, later))
  expect(idAt(mint, first)).not.toBe(idAt(endpoint.mint({}, { ...wish, marker: 'claviger-rot_1-2' }), first))
})
