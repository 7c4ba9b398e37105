import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { exportEvents } from '#lib/audit-log/export-events'
import { listEvents } from '#lib/audit-log/list-events'
import { AuditEvent, ListEventsQuery } from '#lib/audit-log/schema'
import { verifyChain } from '#lib/audit-log/verify-chain'
import type { Context } from '#lib/context'
import { freshWorld, type World, type WorldMember, type WorldProject } from '../support/world.ts'

let world: World
let ours: WorldProject
let theirs: WorldProject
let auditor: WorldMember
let viewer: WorldMember

beforeAll(async () => {
  world = await freshWorld()
  ours = await world.project()
  theirs = await world.project()
  auditor = await world.member('auditor')
  viewer = await world.member('member', { [ours.development]: 'viewer' })
  const owner = await world.member('owner')
  await happen(owner.ctx, ours, ours.development, 'key_one', 'OPENAI_API_KEY')
  await happen(owner.ctx, ours, ours.production, 'key_two', '=HYPERLINK("http://evil.test")')
  await happen(world.operator, theirs, theirs.development, 'key_three', 'STRIPE_KEY')
  await authorize(viewer.ctx, 'key.create', { projectId: ours.id, environmentId: ours.development }).catch(() => {})
})
afterAll(() => world.close())

async function happen(ctx: Context, project: WorldProject, environmentId: string, keyId: string, name: string) {
  const grant = await authorize(ctx, 'key.edit', { environmentId })
  const before = { notes: 'a' }
  const event = {
    target: { type: 'key', id: keyId, name },
    projectId: project.id,
    environmentId,
    keyId,
    before,
    after: { notes: 'b' },
  }
  await commit(grant, async () => ({ result: undefined, event }))
}
const find = async (ctx: Context, query: Partial<ListEventsQuery>) =>
  (await listEvents(ctx, ListEventsQuery.parse(query))).items.map(({ target, action }) => target?.id ?? action)

describe('the audit log', () => {
  it('says who did what to which key, when, from where, and what changed', async () => {
    const { items } = await listEvents(auditor.ctx, ListEventsQuery.parse({ key: 'key_one' }))
    expect(items).toMatchObject([
      {
        seq: 1,
        actor: { type: 'member', name: 'The owner' },
        action: 'key.edit',
        outcome: 'allowed',
        target: { type: 'key', id: 'key_one', name: 'OPENAI_API_KEY' },
        project: ours.slug,
        environment: 'development',
        address: '192.0.2.7',
        reason: null,
        before: { notes: 'a' },
        after: { notes: 'b' },
      },
    ])
    expect(AuditEvent.parse(items[0])).toEqual(items[0])
  })

  it('is whole for owners, admins and auditors; others see their environments and themselves', async () => {
    expect(await find(auditor.ctx, {})).toEqual(['key.create', 'key_three', 'key_two', 'key_one'])
    expect(await find(viewer.ctx, {})).toEqual(['key.create', 'key_one'])
    const neighbour = await world.member('member', { [theirs.development]: 'viewer' })
    expect(await find(neighbour.ctx, {})).toEqual(['key_three'])
    expect(await find(neighbour.ctx, { project: ours.id })).toEqual([])
    expect(await find(neighbour.ctx, { environment: ours.production })).toEqual([])
    await expect(listEvents(world.anonymous, ListEventsQuery.parse({}))).rejects.toMatchObject({
      code: 'unauthenticated',
    })
  })

  it.each<[Partial<Record<string, string>> | (() => Record<string, string>), string[]]>([
    [{ action: 'key.edit' }, ['key_three', 'key_two', 'key_one']],
    [{ action: 'key' }, ['key.create', 'key_three', 'key_two', 'key_one']],
    [{ outcome: 'denied' }, ['key.create']],
    [{ actor: 'the OWNER' }, ['key_two', 'key_one']],
    [{ actor: 'operator' }, ['key_three']],
    [() => ({ actor: viewer.email.toUpperCase() }), ['key.create']],
    [() => ({ actor: viewer.id }), ['key.create']],
    [() => ({ project: ours.slug }), ['key.create', 'key_two', 'key_one']],
    [() => ({ project: ours.id, environment: 'production' }), ['key_two']],
    [{ environment: 'development' }, ['key.create', 'key_three', 'key_one']],
    [() => ({ environment: theirs.development }), ['key_three']],
    [{ q: 'stripe' }, ['key_three']],
    [{ q: '%' }, []],
    [{ q: 'STRIPE_K' }, ['key_three']],
    [{ q: 'STRIPE__' }, []],
    [{ actor: 'o%' }, []],
    [{ to: '2000-01-01' }, []],
    [() => ({ from: '2000-01-01T00:00:00Z', to: new Date().toISOString().slice(0, 10), key: 'key_two' }), ['key_two']],
  ])('filters by %o', async (query, expected) => {
    expect(await find(auditor.ctx, ListEventsQuery.parse(typeof query === 'function' ? query() : query))).toEqual(
      expected,
    )
  })

  it('pages backwards without repeating or losing an event, while new ones arrive', async () => {
    const first = await listEvents(auditor.ctx, { limit: 2 })
    await happen(world.operator, theirs, theirs.development, 'key_new', 'NEW')
    const second = await listEvents(auditor.ctx, { limit: 2, cursor: first.nextCursor ?? '' })
    expect([...first.items, ...second.items].map(({ seq }) => seq)).toEqual([4, 3, 2, 1])
    expect(second.nextCursor).toBeNull()
    await expect(listEvents(auditor.ctx, { limit: 2, cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('refuses filters that it does not know', () => {
    expect(ListEventsQuery.safeParse({ actors: 'x' }).success).toBe(false)
    expect(ListEventsQuery.safeParse({ from: 'yesterday' }).success).toBe(false)
  })
})

describe('an export', () => {
  const text = async (ctx: Context, format: 'jsonl' | 'csv') => {
    let all = ''
    for await (const chunk of await exportEvents(ctx, { format, project: ours.id })) all += chunk
    return all
  }

  it('holds the same events as the list, oldest first, one a line', async () => {
    const lines = (await text(auditor.ctx, 'jsonl'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const { items } = await listEvents(auditor.ctx, ListEventsQuery.parse({ project: ours.id }))
    expect(lines).toEqual(items.reverse())
  })

  it('gives a spreadsheet nothing to run', async () => {
    const csv = await text(auditor.ctx, 'csv')
    expect(csv.split('\r\n')[0]).toMatch(/^seq,id,at,actor_type/)
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.test"")"`)
    expect(csv).not.toContain(`"=`)
  })

  it('is recorded, and refused to those who do not see everything', async () => {
    expect((await world.events({ action: 'audit.export', outcome: 'allowed' })).length).toBe(2)
    await expect(exportEvents(viewer.ctx, { format: 'csv' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(verifyChain(viewer.ctx)).rejects.toMatchObject({ code: 'forbidden' })
    expect((await world.events({ outcome: 'denied' })).map(({ action }) => action)).toEqual([
      'key.create',
      'audit.export',
      'audit.verify',
    ])
    expect(await verifyChain(auditor.ctx)).toMatchObject({ valid: true })
  })
})
