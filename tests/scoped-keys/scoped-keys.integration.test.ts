import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { editEnvironment } from '#lib/environments/edit-environment'
import { createKey } from '#lib/keys/create-key'
import { findOverview } from '#lib/overview/find-overview'
import { createScopedKey } from '#lib/scoped-keys/create-scoped-key'
import { endScopedKey } from '#lib/scoped-keys/end-scoped-key'
import { endScopedKeys } from '#lib/scoped-keys/end-scoped-keys'
import { listScopedKeys } from '#lib/scoped-keys/list-scoped-keys'
import { rotateScopedKey } from '#lib/scoped-keys/rotate-scoped-key'
import type { CreateScopedKeyInput } from '#lib/scoped-keys/schema'
import { callRoute } from '../support/call-route.ts'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World, type WorldMember, type WorldProject } from '../support/world.ts'

let world: World
let project: WorldProject
let developer: WorldMember
const values = { OPENAI_API_KEY: randomKey('sk-'), STRIPE_KEY: randomKey('sk_test_') }

beforeAll(async () => {
  world = await freshWorld({ CLAVIGER_DNS_COMPARE: '', CLAVIGER_CONTROL_HOSTS: '' })
  project = await world.project()
  developer = await world.member('member', {
    [project.development]: 'developer',
    [project.production]: 'developer',
  })
  for (const environment of ['development', 'production'])
    for (const [name, value] of Object.entries(values))
      await createKey(world.operator, {
        project: project.slug,
        environment,
        name,
        provider: 'openai',
        value,
        // Nobody listens there: a test ends at once.
        baseUrl: 'https://127.0.0.1:9/v1',
      })
})
afterAll(() => world.close())

const make = (more: Partial<CreateScopedKeyInput> = {}, ctx: Context = developer.ctx) =>
  createScopedKey(ctx, { project: project.slug, environment: 'development', name: 'a program', ...more })
const fetchWith = async (token: string, query = '', environment = 'development') => {
  const response = await callRoute('GET', `/fetch/${project.slug}/${environment}${query}`, { token })
  return { status: response.status, body: response.status === 304 ? null : await response.json() }
}

describe('a scoped key', () => {
  it('fetches the values of its environment, and leaves one event that names them and holds none', async () => {
    const { id, secret } = await make()
    const { status, body } = await fetchWith(secret)
    expect(status).toBe(200)
    expect(body.values).toEqual({
      OPENAI_API_KEY: { value: values.OPENAI_API_KEY, version: 1 },
      STRIPE_KEY: { value: values.STRIPE_KEY, version: 1 },
    })
    const events = (await world.events({ action: 'value.fetch' })).filter(({ actorId }) => actorId === id)
    expect(events.map(({ body }) => JSON.parse(body))).toEqual([
      expect.objectContaining({ outcome: 'allowed', after: { keys: { OPENAI_API_KEY: 1, STRIPE_KEY: 1 } } }),
    ])
    expect(events[0]?.body).not.toContain(values.STRIPE_KEY)
    expect(await world.db.usageEvent.count({ where: { consumerId: id, kind: 'fetch' } })).toBe(2)
  })

  it('reaches only the keys that it names, and no other environment', async () => {
    const { secret } = await make({ keyNames: ['OPENAI_*'] })
    expect(Object.keys((await fetchWith(secret)).body.values)).toEqual(['OPENAI_API_KEY'])
    expect((await fetchWith(secret, '?names=STRIPE_KEY')).status).toBe(404)
    expect((await fetchWith(secret, '', 'production')).status).toBe(404)
    expect((await callRoute('GET', '/keys', { token: secret })).status).toBe(403)
  })

  it('is refused from the next request on: ended, expired, used up, from elsewhere, its maker disabled or demoted', async () => {
    const refusals: [string, string][] = []
    const refusedWith = async (why: string, secret: string) => {
      const { status, body } = await fetchWith(secret)
      refusals.push([why, `${status} ${body.detail}`])
    }
    const ended = await make()
    await endScopedKey(developer.ctx, ended.id)
    await refusedWith('ended', ended.secret)
    const expired = await make()
    await world.db.scopedKey.update({ where: { id: expired.id }, data: { expiresAt: new Date(Date.now() - 1) } })
    await refusedWith('expired', expired.secret)
    const usedUp = await make({ maxUses: 1 })
    expect((await fetchWith(usedUp.secret)).status).toBe(200)
    await refusedWith('used up', usedUp.secret)
    await refusedWith('from elsewhere', (await make({ addresses: ['198.51.100.0/24'] })).secret)
    const leaving = await world.member('member', { [project.development]: 'developer' })
    const theirs = await make({}, leaving.ctx)
    await world.db.grant.updateMany({ where: { memberId: leaving.id }, data: { role: 'viewer' } })
    await refusedWith('demoted', theirs.secret)
    await world.db.member.update({ where: { id: leaving.id }, data: { disabledAt: new Date() } })
    await refusedWith('disabled', theirs.secret)
    expect(refusals).toEqual([
      ['ended', expect.stringMatching(/^401 .*was ended/)],
      ['expired', expect.stringMatching(/^401 .*has expired/)],
      ['used up', expect.stringMatching(/^401 .*used up/)],
      ['from elsewhere', expect.stringMatching(/^401 .*this address/)],
      ['demoted', expect.stringMatching(/^403 /)],
      ['disabled', expect.stringMatching(/^401 .*no member any more/)],
    ])
  })

  it('gives its last use to one of many that ask at once', async () => {
    const { secret } = await make({ maxUses: 3 })
    const answers = await Promise.all(Array.from({ length: 12 }, () => fetchWith(secret)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
  })

  it('keeps its id when it is rotated, and both secrets work until the overlap has passed', async () => {
    const first = await make()
    const second = await rotateScopedKey(developer.ctx, first.id, { overlapHours: 1 })
    expect(second.id).toBe(first.id)
    expect((await fetchWith(first.secret)).status).toBe(200)
    expect((await fetchWith(second.secret)).status).toBe(200)
    const third = await rotateScopedKey(developer.ctx, first.id, { overlapHours: 0 })
    expect([await fetchWith(first.secret), await fetchWith(second.secret)].map(({ status }) => status)).toEqual([
      401, 401,
    ])
    expect((await fetchWith(third.secret)).status).toBe(200)
  })

  it('lives as long as its environment allows, and says why where that is protected', async () => {
    const production = { environment: 'production', reason: 'deploys' }
    await expect(make({ ...production, expiresInDays: 31 })).rejects.toThrow(/30 days at most/)
    await expect(make({ environment: 'production' })).rejects.toThrow(/say what the key is for/)
    expect((await fetchWith((await make(production)).secret, '', 'production')).status).toBe(200)
  })

  it('is seen and ended by whoever made it and by managers, by no other developer', async () => {
    const { id } = await make()
    const other = await world.member('member', { [project.development]: 'developer' })
    const manager = await world.member('member', { [project.development]: 'manager' })
    const seen = async ({ ctx }: WorldMember) =>
      (await listScopedKeys(ctx, { limit: 200, state: 'active' })).items.some((item) => item.id === id)
    expect([await seen(developer), await seen(other), await seen(manager)]).toEqual([true, false, true])
    await expect(endScopedKey(other.ctx, id)).rejects.toThrow(/nothing here/)
    await endScopedKey(manager.ctx, id)
    await expect(endScopedKey(manager.ctx, id)).rejects.toThrow(/ended already/)
  })

  it('is told that nothing changed, and then opens nothing and writes nothing', async () => {
    const { id, secret } = await make()
    const { body } = await fetchWith(secret)
    const before = await world.db.usageEvent.count({ where: { consumerId: id } })
    const again = await callRoute('GET', `/fetch/${project.slug}/development`, {
      token: secret,
      headers: { 'if-none-match': body.etag },
    })
    expect(again.status).toBe(304)
    expect(await world.db.usageEvent.count({ where: { consumerId: id } })).toBe(before)
  })

  it('that is used up stands with those that have ended', async () => {
    const { id, secret } = await make({ maxUses: 1 })
    const stands = async (state: 'active' | 'ended') =>
      (await listScopedKeys(developer.ctx, { limit: 200, state })).items.some((item) => item.id === id)
    expect([await stands('active'), await stands('ended')]).toEqual([true, false])
    expect((await fetchWith(secret)).status).toBe(200)
    expect([await stands('active'), await stands('ended')]).toEqual([false, true])
  })

  it('gets no new secret without a reason, nor past the switches, where its environment asks for them', async () => {
    const { id } = await make({ environment: 'production', reason: 'deploys' })
    await expect(rotateScopedKey(developer.ctx, id, {})).rejects.toThrow(/say why the key gets a new secret/)
    expect((await rotateScopedKey(developer.ctx, id, { reason: 'lost' })).id).toBe(id)
    await editEnvironment(world.operator, project.slug, 'production', { requireStepUp: true })
    await expect(rotateScopedKey(developer.ctx, id, { reason: 'lost' })).rejects.toThrow(/second factor/)
    await editEnvironment(world.operator, project.slug, 'production', { requireStepUp: false })
  })

  it('lives no longer than an admin says', async () => {
    const admin = await world.member('admin')
    const manager = await world.member('member', { [project.development]: 'manager' })
    const limit = (ctx: Context) => editEnvironment(ctx, project.slug, 'development', { scopedKeyMaxDays: 7 })
    await expect(limit(manager.ctx)).rejects.toThrow(/Owners and admins decide/)
    expect(await limit(admin.ctx)).toMatchObject({ scopedKeyMaxDays: 7 })
    await expect(make({ expiresInDays: 8 })).rejects.toThrow(/7 days at most/)
    await editEnvironment(admin.ctx, project.slug, 'development', { scopedKeyMaxDays: null })
  })

  it('ends with all others of its maker, or with those that are named, and nobody else’s do', async () => {
    const maker = await world.member('member', { [project.development]: 'developer' })
    const [first, second, third] = [await make({}, maker.ctx), await make({}, maker.ctx), await make({}, maker.ctx)]
    const theirs = await make()
    expect(await endScopedKeys(maker.ctx, { ids: [first.id, theirs.id] })).toEqual({ ended: 1 })
    const statuses = async (...keys: { secret: string }[]) =>
      Promise.all(keys.map(async ({ secret }) => (await fetchWith(secret)).status))
    expect(await statuses(first, second, third, theirs)).toEqual([401, 200, 200, 200])
    expect(await endScopedKeys(maker.ctx, { environment: 'development' })).toEqual({ ended: 2 })
    expect(await statuses(second, third, theirs)).toEqual([401, 401, 200])
    const [event] = (await world.events({ action: 'scoped_key.end_many' })).slice(-1)
    expect(Object.keys(JSON.parse(event?.body ?? '{}').after.ended).sort()).toEqual([second.id, third.id].sort())
  })

  it('is counted on the overview within the last quarter of its life, a week at most', async () => {
    const maker = await world.member('member', { [project.development]: 'developer' })
    const day = 86_400_000
    const madeAgo = async (days: number, lives: number) => {
      const { id } = await make({ expiresInDays: lives }, maker.ctx)
      const createdAt = new Date(Date.now() - days * day)
      await world.db.scopedKey.update({
        where: { id },
        data: { createdAt, expiresAt: new Date(createdAt.getTime() + lives * day) },
      })
    }
    await madeAgo(0, 1)
    await madeAgo(20, 30)
    await madeAgo(300, 365)
    expect((await findOverview(maker.ctx)).scopedKeysExpiring).toBe(0)
    await madeAgo(0.9, 1)
    await madeAgo(25, 30)
    await madeAgo(359, 365)
    expect((await findOverview(maker.ctx)).scopedKeysExpiring).toBe(3)
  })

  it('tests keys where it was made for that, those that it names, and fetches none then', async () => {
    const keys = await world.db.key.findMany({ where: { environmentId: project.development } })
    const test = async (secret: string, name: string) => {
      const id = keys.find((key) => key.name === name)?.id ?? ''
      return (await callRoute('POST', `/keys/${id}/pairings`, { token: secret, body: {} })).status
    }
    const { secret } = await make({ actions: ['test'], keyNames: ['OPENAI_*'] })
    expect([await test(secret, 'OPENAI_API_KEY'), await test(secret, 'STRIPE_KEY')]).toEqual([200, 404])
    expect((await fetchWith(secret)).status).toBe(403)
    expect(await test((await make()).secret, 'OPENAI_API_KEY')).toBe(403)
  })
})
