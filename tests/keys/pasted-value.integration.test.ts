import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refuseValueAsName } from '#lib/keys/refuse-value-as-name'
import { providerOf, usableKey } from '../pairing/conclude-from.ts'
import { callRoute } from '../support/call-route.ts'
import { freshWorld, type World } from '../support/world.ts'

let world: World
let token: string
let place: { project: string; environment: string }
beforeAll(async () => {
  world = await freshWorld()
  const { id } = await world.member('owner')
  token = await world.token(id)
  place = { project: (await world.project()).slug, environment: 'development' }
})
afterAll(() => world.close())

describe('a value pasted in the wrong place', () => {
  it.each(['openai', 'anthropic', 'github-classic', 'slack'])('is no name of a key: %s', async (provider) => {
    const value = usableKey(providerOf(provider))
    const body = { ...place, name: value, provider, value: 'x' }
    const created = await callRoute('POST', '/keys', { token, body })
    expect([created.status, await created.json()]).toMatchObject([422, { errors: [{ path: 'name' }] }])
    const dotenv = { ...place, format: 'dotenv', text: `${value}=x\n${value}=y\n${value}="`, dryRun: false }
    const imported = await callRoute('POST', '/import', { token, body: dotenv })
    const text = await imported.text()
    expect(JSON.parse(text).counts).toMatchObject({ add: 0 })
    expect(text).not.toContain(value.slice(0, -4))
  })

  it('leaves names alone that only begin like one', () => {
    for (const name of ['OPENAI_API_KEY', 'sk-test', 'ghp_deploy', 'gsk_of_the_shop', 'STRIPE_SECRET_KEY_LIVE_2'])
      expect(() => refuseValueAsName(name)).not.toThrow()
  })

  it('as an id in an address is refused without being written down', async () => {
    const value = usableKey(providerOf('openai')).slice(0, 90)
    for (const path of [`/keys/${value}`, `/pairings/${value}`, `/projects/${value}`, `/environments/${value}/grants`])
      expect((await callRoute('GET', path, { token })).status).toBe(404)
    const events = await world.events({ outcome: 'denied' })
    expect(events.length).toBeGreaterThan(2)
    for (const { body } of events) expect(body).not.toContain(value)
  })
})
