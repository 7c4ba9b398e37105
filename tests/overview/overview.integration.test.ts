import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { createKey } from '#lib/keys/create-key'
import { DAY_MS } from '#lib/keys/key-status'
import { revokeKey } from '#lib/keys/revoke-key'
import { findOverview } from '#lib/overview/find-overview'
import { Overview } from '#lib/overview/schema'
import { randomKey } from '../support/random-key.ts'
import { recordedQueries } from '../support/recorded-queries.ts'
import { freshWorld, type World, type WorldProject } from '../support/world.ts'

let world: World
let project: WorldProject
let owner: Context

beforeAll(async () => {
  world = await freshWorld()
  project = await world.project()
  owner = (await world.member('owner')).ctx
})
afterAll(() => world.close())

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)
const add = async (
  name: string,
  environment: string,
  state: { verdict?: string; expires?: number; madeDaysAgo?: number } = {},
) => {
  const key = await createKey(owner, {
    project: project.slug,
    environment,
    name,
    provider: 'openai',
    value: randomKey(),
    rotateEveryDays: 30,
  })
  const { verdict, expires, madeDaysAgo = 0 } = state
  await world.db.key.update({
    where: { id: key.id },
    data: { expiresAt: expires === undefined ? null : inDays(expires), versionCreatedAt: inDays(-madeDaysAgo) },
  })
  if (verdict) {
    await world.db.keyState.update({
      where: { keyId: key.id },
      data: { lastVerdict: verdict, lastPairingId: 'par_1', lastPairingAt: new Date() },
    })
  }
  return key
}

describe('the overview', () => {
  it('names what wants a person, production first and the worst first, each key once', async () => {
    await add('GOOD', 'production', { verdict: 'paired' })
    await add('EXPIRES_SOON', 'production', { verdict: 'paired', expires: 5 })
    await add('EXPIRES_SOONER', 'production', { verdict: 'paired', expires: 2, madeDaysAgo: 40 })
    await add('FAILS_IN_DEVELOPMENT', 'development', { verdict: 'key_invalid' })
    await add('OVERDUE', 'production', { verdict: 'paired', madeDaysAgo: 31 })
    await add('NOT_YET_DUE', 'production', { verdict: 'paired', madeDaysAgo: 29 })
    await add('FAILS', 'production', { verdict: 'quota_or_billing' })
    await add('PAST', 'production', { verdict: 'paired', expires: -1 })
    await revokeKey(owner, (await add('REVOKED', 'production', { madeDaysAgo: 90 })).id, 'done with')
    const overview = Overview.parse(await findOverview(owner))
    expect(overview.attention.map(({ concern, key }) => [concern, key.name])).toEqual([
      ['failing', 'FAILS'],
      ['expired', 'PAST'],
      ['expiring', 'EXPIRES_SOONER'],
      ['expiring', 'EXPIRES_SOON'],
      ['rotation_overdue', 'OVERDUE'],
      ['failing', 'FAILS_IN_DEVELOPMENT'],
    ])
    expect(overview.concerns).toEqual({ failing: 2, expired: 1, expiring: 2, rotation_overdue: 2 })
    expect(overview.counts).toMatchObject({ projects: 1, environments: 3, keys: 9 })
    expect(overview.counts.byStatus).toMatchObject({ paired: 3, failing: 2, expired: 1, expiring: 2, revoked: 1 })
    const production = overview.environments.find(({ environment }) => environment === 'production')
    expect(production).toMatchObject({ keyCount: 8, protected: true, byStatus: { failing: 1 } })
  })

  it('counts and shows only what the caller sees', async () => {
    const viewer = (await world.member('member', { [project.development]: 'viewer' })).ctx
    const overview = await findOverview(viewer)
    expect(overview.attention.map(({ key }) => key.name)).toEqual(['FAILS_IN_DEVELOPMENT'])
    expect(overview.counts).toMatchObject({ projects: 1, environments: 1, keys: 1 })
    const nobody = await findOverview((await world.member('member')).ctx)
    expect(nobody).toMatchObject({ attention: [], environments: [], counts: { keys: 0 } })
  })

  it('costs as many queries with many keys as with few', async () => {
    const count = async () => (await recordedQueries(world, () => findOverview(owner))).queries.length
    const few = await count()
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => add(`MORE_${index}`, 'staging', { verdict: 'key_invalid' })),
    )
    expect(await count()).toBe(few)
  })
})
