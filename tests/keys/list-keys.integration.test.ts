import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { createKey } from '#lib/keys/create-key'
import { deleteKey } from '#lib/keys/delete-key'
import { DAY_MS, keyStatus } from '#lib/keys/key-status'
import { listKeys } from '#lib/keys/list-keys'
import { KEY_STATUSES, ListKeysQuery } from '#lib/keys/schema'
import { whereStatus } from '#lib/keys/where-status'
import { VERDICTS } from '#lib/providers/verdict'
import { randomKey } from '../support/random-key.ts'
import { recordedQueries } from '../support/recorded-queries.ts'
import { freshWorld, type World, type WorldProject } from '../support/world.ts'

let world: World
let project: WorldProject
let other: WorldProject
let owner: Context
let viewer: Context

beforeAll(async () => {
  world = await freshWorld()
  project = await world.project()
  other = await world.project()
  owner = (await world.member('owner')).ctx
  viewer = (await world.member('member', { [project.development]: 'viewer' })).ctx
})
afterAll(() => world.close())

const list = (ctx: Context, query: Record<string, string | number | undefined> = {}) =>
  listKeys(ctx, ListKeysQuery.parse(query))
const names = async (ctx: Context, query: Record<string, string | number> = {}) =>
  (await list(ctx, query)).items.map(({ name }) => name)

async function everyPage(ctx: Context, query: Record<string, string | number>): Promise<string[]> {
  const seen: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await list(ctx, cursor ? { ...query, cursor } : query)
    expect(page.items.length).toBeGreaterThan(0)
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  return seen
}

describe('the list of keys', () => {
  beforeAll(async () => {
    const key = (name: string, environment: string, more: object = {}) =>
      createKey(owner, { project: project.slug, environment, name, provider: 'openai', value: randomKey(), ...more })
    await key('ALPHA', 'development', { tags: ['Billing'], notes: '100% of the mail_server' })
    await key('BETA', 'development', { provider: 'stripe', expiresAt: new Date(Date.now() + 3 * DAY_MS).toISOString() })
    await key('GAMMA', 'production')
    await createKey(owner, {
      project: other.slug,
      environment: 'staging',
      name: 'DELTA',
      provider: 'anthropic',
      value: randomKey(),
    })
    await deleteKey(owner, (await key('GONE', 'development')).id)
  })

  it('shows only what the caller may see, and to somebody without any role nothing', async () => {
    expect(await names(owner)).toEqual(['ALPHA', 'BETA', 'DELTA', 'GAMMA'])
    expect(await names(viewer)).toEqual(['ALPHA', 'BETA'])
    expect(await names((await world.member('member')).ctx)).toEqual([])
    expect(await names((await world.member('auditor')).ctx)).toHaveLength(4)
    expect(await names((await world.member('admin', { [project.development]: 'denied' })).ctx)).toEqual([
      'DELTA',
      'GAMMA',
    ])
  })

  it.each<[Record<string, string>, string[]]>([
    [{ environment: 'production' }, ['GAMMA']],
    [{ provider: 'stripe' }, ['BETA']],
    [{ status: 'expiring' }, ['BETA']],
    [{ status: 'untested' }, ['ALPHA', 'DELTA', 'GAMMA']],
    [{ q: 'alph' }, ['ALPHA']],
    [{ q: 'billing' }, []],
    [{ q: 'Billing' }, ['ALPHA']],
    [{ q: 'Anthropic' }, ['DELTA']],
    [{ q: '100%' }, ['ALPHA']],
    [{ q: '%' }, ['ALPHA']],
    [{ q: 'mail_server' }, ['ALPHA']],
    [{ q: 'mailxserver' }, []],
    [{ q: '\\' }, []],
    [{ q: "'; DROP TABLE keys; --" }, []],
    [{ deleted: 'true' }, ['GONE']],
    [{ project: 'nothing-of-this-name' }, []],
  ])('filters by %o', async (query, expected) => {
    expect(await names(owner, query)).toEqual(expected)
  })

  it('takes projects and environments by slug or id', async () => {
    expect(await names(owner, { project: other.slug })).toEqual(['DELTA'])
    expect(await names(owner, { project: other.id, environment: other.staging })).toEqual(['DELTA'])
    expect(await names(viewer, { project: other.id })).toEqual([])
  })

  it('refuses a cursor of another order, and one that is none', async () => {
    const { nextCursor } = await list(owner, { limit: 1 })
    const forged = Buffer.from(JSON.stringify(['-expiresAt', 'never', 'key_1'])).toString('base64url')
    for (const query of [
      { sort: 'createdAt', cursor: nextCursor ?? '' },
      { cursor: 'x' },
      { sort: '-expiresAt', cursor: forged },
    ]) {
      await expect(list(owner, query)).rejects.toMatchObject({ code: 'invalid', errors: [{ path: 'cursor' }] })
    }
  })
})

describe('the status filter', () => {
  it('agrees with the status that a key shows, for every verdict, expiry and revocation', async () => {
    const now = new Date()
    const moments = [null, -1, 3, 13.99, 14.01].map((days) =>
      days === null ? null : new Date(now.getTime() + days * DAY_MS),
    )
    const verdicts = [null, 'a_verdict_of_a_later_release', ...VERDICTS]
    const cases = moments.flatMap((expiresAt) =>
      verdicts.flatMap((lastVerdict) =>
        [null, 'pppppppppp', 'ppppwppppp'].flatMap((lastStages) =>
          [null, now].map((revokedAt) => ({ expiresAt, lastVerdict, lastStages, revokedAt })),
        ),
      ),
    )
    const place = {
      projectId: other.id,
      environmentId: other.production,
      provider: 'openai',
      masked: '',
      fingerprint: '',
    }
    const rows = cases.map((each, index) => ({ id: `case_${index}`, ...each }))
    await world.db.key.createMany({
      data: rows.map(({ id, expiresAt, revokedAt }) => ({
        id,
        name: id,
        ...place,
        expiresAt,
        revokedAt,
        tags: [],
        permissionsDeclared: [],
      })),
    })
    await world.db.keyState.createMany({
      data: rows.map(({ id, lastVerdict, lastStages }) => ({ keyId: id, lastVerdict, lastStages })),
    })
    for (const status of KEY_STATUSES) {
      const found = await world.db.key.findMany({
        where: { AND: [{ environmentId: other.production }, whereStatus(status, now)] },
      })
      const expected = rows.filter((row) => keyStatus(row, now) === status).map(({ id }) => id)
      expect(expected.length).toBeGreaterThan(0)
      expect(found.map(({ id }) => id).sort()).toEqual(expected.sort())
    }
    await world.db.key.deleteMany({ where: { environmentId: other.production } })
  })
})

describe('ten thousand keys', () => {
  beforeAll(async () => {
    const sql = new Client({ connectionString: world.adminUrl })
    await sql.connect()
    await sql.query(`
      INSERT INTO keys (id, project_id, environment_id, name, provider, masked, fingerprint, expires_at, created_at, permissions_declared, tags)
      SELECT 'key_many_' || lpad(n::text, 5, '0'), '${other.id}', '${other.development}', 'MANY_' || (n * 7919 % 10007), 'openai', '••••', md5(n::text),
        CASE WHEN n % 3 = 0 THEN NULL ELSE date_trunc('day', now()) + (n % 500) * interval '1 day' END,
        now() - (n % 900) * interval '1 hour', '{}', '{}'
      FROM generate_series(1, 10000) n`)
    await sql.query(
      `INSERT INTO key_states (key_id, permissions_observed) SELECT id, '{}' FROM keys WHERE id LIKE 'key_many%'`,
    )
    await sql.query('ANALYZE keys')
    await sql.end()
  })

  it.each(['name', '-name', 'createdAt', '-createdAt', 'expiresAt', '-expiresAt'])(
    'come page by page in the order of %s, each exactly once',
    async (sort) => {
      const seen = await everyPage(owner, { sort, limit: 200, project: other.slug, environment: 'development' })
      expect(seen).toHaveLength(10_000)
      expect(new Set(seen).size).toBe(10_000)
    },
    60_000,
  )

  it('put those without an expiry last when sorted by it, and first in reverse', async () => {
    const first = async (sort: string) =>
      (await list(owner, { sort, limit: 1, project: other.slug })).items[0]?.expiresAt
    expect(await first('expiresAt')).not.toBeNull()
    expect(await first('-expiresAt')).toBeNull()
  })

  it('cost as many queries for a page of 200 as for a page of 2', async () => {
    const count = async (limit: number) => (await recordedQueries(world, () => list(owner, { limit }))).queries.length
    const few = await count(2)
    expect(await count(200)).toBe(few)
    expect(few).toBeLessThanOrEqual(8)
  })

  it.each(['name', '-name', 'createdAt', '-createdAt', 'expiresAt', '-expiresAt'])(
    'are read by an index in the order of %s, on the first page and on a later one',
    async (sort) => {
      const first = await list(owner, { sort, limit: 50 })
      for (const cursor of [undefined, first.nextCursor ?? undefined]) {
        const { queries } = await recordedQueries(world, () =>
          list(owner, { sort, limit: 50, ...(cursor ? { cursor } : {}) }),
        )
        const page = queries.find(({ sql }) => /FROM "public"\."keys"/.test(sql) && /ORDER BY/.test(sql))
        expect(await planOf(page)).toMatch(/Index (Only )?Scan/)
        expect(await planOf(page)).not.toMatch(/Seq Scan on keys/)
      }
    },
  )
})

async function planOf(query: { sql: string; params: unknown[] } | undefined): Promise<string> {
  const client = new Client({ connectionString: world.runtime.appUrl })
  await client.connect()
  try {
    const { rows } = await client.query(`EXPLAIN ${query?.sql}`, query?.params)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  } finally {
    await client.end()
  }
}
