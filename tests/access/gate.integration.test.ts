import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { prefixOf } from '#lib/access/prefix-of'
import { read } from '#lib/access/read'
import { AppError } from '#lib/errors'
import { freshWorld, type World, type WorldMember, type WorldProject } from '../support/world.ts'

let world: World
let project: WorldProject
let manager: WorldMember

beforeAll(async () => {
  world = await freshWorld()
  project = await world.project()
  manager = await world.member('member', { [project.development]: 'manager' })
})
afterAll(() => world.close())

const grantOf = () => authorize(manager.ctx, 'environment.edit', { environmentId: project.development })
const nameOf = async () => (await world.db.environment.findUniqueOrThrow({ where: { id: project.development } })).name
const rename = async (name: string, event = { target: { type: 'environment', id: project.development, name } }) =>
  commit(await grantOf(), async (tx) => {
    await tx.environment.update({ where: { id: project.development }, data: { name } })
    return { result: name, event }
  })

describe('authorize', () => {
  it('says not found for an environment that the caller does not see, forbidden for one that they do, and records both', async () => {
    const { environmentId, subject } = {
      environmentId: project.development,
      subject: { target: { type: 'key', id: 'new', name: 'A_KEY' } },
    }
    const viewer = await world.member('member', { [environmentId]: 'viewer' })
    await expect(authorize(viewer.ctx, 'key.create', { environmentId, subject })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(authorize(viewer.ctx, 'key.create', { environmentId: project.staging })).rejects.toMatchObject({
      code: 'not_found',
    })
    const denied = (await world.events({ outcome: 'denied' })).filter(({ actorId }) => actorId === viewer.id)
    expect(denied).toMatchObject([
      { action: 'key.create', environmentId, targetName: 'A_KEY' },
      { action: 'key.create', environmentId: project.staging },
    ])
  })

  it('asks for every environment of a project where the project itself is changed', async () => {
    const environmentIds = [project.development, project.staging]
    await expect(authorize(manager.ctx, 'project.edit', { environmentIds })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const both = await world.member('member', { [project.development]: 'manager', [project.staging]: 'manager' })
    await expect(authorize(both.ctx, 'project.edit', { environmentIds })).resolves.toBeDefined()
    await expect(authorize(both.ctx, 'project.edit', { environmentIds: [] })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('sums refusals of nobody in particular per action, network and minute, so that a flood does not fill the chain', async () => {
    const before = (await world.events()).length
    await Promise.all(Array.from({ length: 30 }, () => authorize(world.anonymous, 'key.list').catch(() => {})))
    expect((await world.events()).length).toBe(before)
    const rows = await world.db.anonymousDenial.findMany({ where: { route: 'key.list' } })
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(30)
  })

  it.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['2001:db8:1:2:3::4', '2001:db8:1::/48'],
    ['2001:db8::4', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    [null, 'unknown'],
  ])('counts %s as a caller from %s', (address, network) => {
    expect(prefixOf(address)).toBe(network)
  })
})

describe('commit', () => {
  it('does nothing when the event cannot be written, and says that it is unavailable', async () => {
    const owner = new Client({ connectionString: world.adminUrl })
    await owner.connect()
    const before = await nameOf()
    try {
      await owner.query('ALTER FUNCTION append_audit_event RENAME TO append_audit_event_gone')
      await expect(rename('lost')).rejects.toMatchObject({ code: 'unavailable' })
      expect(await nameOf()).toBe(before)
      await expect(authorize(manager.ctx, 'member.create')).rejects.toThrow()
    } finally {
      await owner.query('ALTER FUNCTION append_audit_event_gone RENAME TO append_audit_event')
      await owner.end()
    }
    await expect(rename('kept')).resolves.toBe('kept')
  })

  it('leaves neither a change nor an event when the work fails', async () => {
    const before = (await world.events()).length
    const work = async (thrown: Error) =>
      commit(await grantOf(), async (tx) => {
        await tx.environment.update({ where: { id: project.development }, data: { name: 'half' } })
        throw thrown
      })
    await expect(work(new AppError('conflict', 'No.'))).rejects.toMatchObject({ code: 'conflict', message: 'No.' })
    await expect(work(new Error('anything'))).rejects.toMatchObject({ code: 'unavailable' })
    expect(await nameOf()).not.toBe('half')
    expect((await world.events()).length).toBe(before)
  })

  it('turns a lost race into a conflict with the sentence given', async () => {
    const grant = await grantOf()
    const data = { id: 'env_twice', projectId: project.id, slug: 'twice', name: 'twice' }
    const create = () =>
      commit(grant, async (tx) => ({ result: await tx.environment.create({ data }), event: {} }), 'Taken.')
    const outcomes = await Promise.allSettled([create(), create()])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', message: 'Taken.' },
    })
  })

  it('records who, what, where and from where in the same transaction', async () => {
    await rename('recorded')
    expect((await world.events()).at(-1)).toMatchObject({
      actorId: manager.id,
      action: 'environment.edit',
      outcome: 'allowed',
      targetName: 'recorded',
      address: '192.0.2.7',
    })
  })
})

describe('read', () => {
  it('has no type with which to write', async () => {
    const db = read(await grantOf())
    // @ts-expect-error a noun that could write would do so without an event
    expect(db.environment.update).toBeDefined()
    // @ts-expect-error
    expect(db.$executeRaw).toBeDefined()
  })
})
