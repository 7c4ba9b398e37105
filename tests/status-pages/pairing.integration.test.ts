import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { createKey } from '#lib/keys/create-key'
import { findKey } from '#lib/keys/find-key'
import { prepareKeyTest } from '#lib/pairings/prepare-key-test'
import { prepareValueTest } from '#lib/pairings/prepare-value-test'
import { catalog } from '#lib/providers/catalog'
import { pollDuePages } from '#lib/status-pages/poll-due-pages'
import { callRoute } from '../support/call-route.ts'
import { recordedQueries } from '../support/recorded-queries.ts'
import type { WorldProject } from '../support/world.ts'
import { type LabWorld, openLabWorld } from './lab-world.ts'

let open: LabWorld
let project: WorldProject
let owner: { id: string; ctx: Context }
let stranger: Context
let rounds = 0

beforeAll(async () => {
  open = await openLabWorld()
  project = await open.world.project()
  owner = await open.world.member('owner')
  const other = await open.world.project()
  stranger = (await open.world.member('member', { [other.development]: 'developer' })).ctx
  await pollDuePages()
})
afterAll(() => open.close())

let names = 0
const store = (provider: string, scenario = 'valid', value = open.lab.issue(provider, { scenario })) =>
  createKey(owner.ctx, { project: project.id, environment: 'development', name: `KEY_${++names}`, provider, value })
const test = async (id: string) => (await prepareKeyTest(owner.ctx, id, {}))()
const paste = async (
  ctx: Context,
  provider: string,
  scenario: string,
  value = open.lab.issue(provider, { scenario }),
) => (await prepareValueTest(ctx, { provider, value }))()
const statusOf = (result: Awaited<ReturnType<typeof test>>) => result.stages.find(({ stage }) => stage === 'status')
/** At a time when every page is due again. */
const poll = () => pollDuePages({ now: new Date(Date.now() + ++rounds * 40 * 60_000) })

describe('a pairing test', () => {
  it('shows what the provider says of itself, for a stored key and for a value just pasted', async () => {
    const key = await store('anthropic')
    for (const result of [await test(key.id), await paste(owner.ctx, 'anthropic', 'valid')]) {
      expect(result.verdict).toBe('paired')
      expect(statusOf(result)).toMatchObject({
        status: 'passed',
        summary: expect.stringContaining('reports that it works'),
        evidence: { statusPage: 'https://status.claude.com', state: 'operational', incidents: [] },
      })
    }
  })

  it('calls an outage proven once the status page reports it, and likely before', async () => {
    const key = await store('groq', 'outage')
    expect(await test(key.id)).toMatchObject({ verdict: 'provider_outage', confidence: 'likely' })
    open.lab.setStatus('groq', 'outage', { title: 'Inference is down' })
    await poll()
    const result = await test(key.id)
    expect(result).toMatchObject({ verdict: 'provider_outage', confidence: 'proven' })
    expect(result.cause).toContain('Inference is down')
    expect(statusOf(result)).toMatchObject({
      status: 'failed',
      evidence: { incidents: [{ title: 'Inference is down' }] },
    })
    expect(await paste(owner.ctx, 'groq', 'outage')).toMatchObject({ confidence: 'proven' })
  })

  it('calls an outage proven by two keys of other values, not by one, and not by the same value elsewhere', async () => {
    const value = open.lab.issue('gitlab', { scenario: 'outage' })
    const [first, same] = [await store('gitlab', 'outage', value), await store('gitlab', 'outage', value)]
    await test(same.id)
    expect(await test(first.id)).toMatchObject({ verdict: 'provider_outage', confidence: 'likely' })
    await test((await store('gitlab', 'outage')).id)
    expect(await test(first.id)).toMatchObject({ confidence: 'likely' })
    await test((await store('gitlab', 'outage')).id)
    const result = await test(first.id)
    expect(result).toMatchObject({ confidence: 'proven' })
    expect(statusOf(result)?.summary).toContain('2 other keys of this provider fail too')
    expect(await paste(owner.ctx, 'gitlab', 'outage', value)).toMatchObject({ confidence: 'proven' })
  })

  it('tells nobody of keys that they may not see', async () => {
    const result = await paste(stranger, 'gitlab', 'outage')
    expect(result).toMatchObject({ verdict: 'provider_outage', confidence: 'likely' })
    expect(statusOf(result)?.evidence).not.toHaveProperty('otherKeys')
  })

  it('says of a refused key that the provider has an incident in authentication, and refuses it all the same', async () => {
    open.lab.setStatus('openai', 'degraded', { title: 'API key authentication errors', component: 'Login' })
    await poll()
    const result = await paste(owner.ctx, 'openai', 'invalid')
    expect(result.verdict).toBe('key_invalid')
    expect(result.warnings).toContainEqual(
      expect.objectContaining({
        code: 'incident_in_authentication',
        headline: expect.stringContaining('API key authentication errors'),
      }),
    )
  })

  it('leaves a key that works paired while its provider reports trouble', async () => {
    const key = await store('openai')
    expect(statusOf(await test(key.id))?.status).toBe('warned')
    expect(await findKey(owner.ctx, key.id)).toMatchObject({ status: 'paired', lastPairing: { verdict: 'paired' } })
    const token = await open.world.token(owner.id)
    const paired = await (await callRoute('GET', '/keys?status=paired&provider=openai', { token })).json()
    expect(paired.items.map(({ id }: { id: string }) => id)).toContain(key.id)
    const warned = await (await callRoute('GET', '/keys?status=warned&provider=openai', { token })).json()
    expect(warned.items).toEqual([])
  })

  it('asks the database the same number of questions however many other keys there are', async () => {
    const key = await store('slack')
    const { queries: one } = await recordedQueries(open.world, () => test(key.id))
    for (let count = 0; count < 5; count++) await test((await store('slack')).id)
    const { queries: many } = await recordedQueries(open.world, () => test(key.id))
    expect(many.length).toBe(one.length)
  })
})

describe('GET /status-pages', () => {
  const list = async (query = '') => {
    const token = await open.world.token((await open.world.member('member')).id)
    return callRoute('GET', `/status-pages${query}`, { token })
  }

  it('lists every provider of the catalogue to everyone, with state, time and open incidents', async () => {
    const { items } = await (await list()).json()
    expect(items.map(({ provider }: { provider: string }) => provider)).toEqual(catalog.map(({ id }) => id))
    const groq = items.find(({ provider }: { provider: string }) => provider === 'groq')
    expect(groq).toMatchObject({
      isWatched: true,
      state: 'outage',
      page: 'https://groqstatus.com',
      problem: null,
      incidents: [{ title: 'Inference is down', resolvedAt: null }],
    })
    expect(Date.parse(groq.asOf)).toBeGreaterThan(0)
    const own = items.find(({ provider }: { provider: string }) => provider === 'openai-compatible')
    expect(own).toMatchObject({ isWatched: false, state: 'unknown', asOf: null, incidents: [] })
  })

  it('lists one provider, and keeps what is over among its recent incidents', async () => {
    open.lab.setStatus('groq', 'operational')
    await poll()
    const { items } = await (await list('?provider=groq')).json()
    expect(items).toMatchObject([
      { provider: 'groq', state: 'operational', incidents: [{ title: 'Inference is down' }] },
    ])
    expect(items[0].incidents[0].resolvedAt).toMatch(/Z$/)
    expect((await list('?colour=red')).status).toBe(422)
    expect((await (await list('?provider=nobody')).json()).items).toEqual([])
  })

  it('leaves out a page that is not about the address that a key goes to', async () => {
    const about = async (baseUrl: string) =>
      (await (await list(`?provider=openai&baseUrl=${encodeURIComponent(baseUrl)}`)).json()).items.length
    expect(await about('https://api.openai.com/v1')).toBe(1)
    expect(await about('https://gateway.example.com/v1')).toBe(0)
  })

  it('never calls a page healthy that nobody has read for an hour', async () => {
    const { db } = open.world
    const readAt = new Date(Date.now() - 60 * 60_000)
    await db.statusPage.updateMany({ where: { url: 'https://groqstatus.com/api/v2/summary.json' }, data: { readAt } })
    const { items } = await (await list('?provider=groq')).json()
    expect(items).toMatchObject([{ state: 'unknown', since: readAt.toISOString(), asOf: readAt.toISOString() }])
  })
})
