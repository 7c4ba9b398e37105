import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editEnvironment } from '#lib/environments/edit-environment'
import { createKey } from '#lib/keys/create-key'
import { deleteMember } from '#lib/members/delete-member'
import { findOverview } from '#lib/overview/find-overview'
import { createShare } from '#lib/shares/create-share'
import { endShare } from '#lib/shares/end-share'
import { listShares } from '#lib/shares/list-shares'
import type { CreateShareInput } from '#lib/shares/schema'
import { callRoute } from '../support/call-route.ts'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World, type WorldMember, type WorldProject } from '../support/world.ts'

let world: World
let project: WorldProject
let developer: WorldMember
let keyId: string
const value = randomKey('sk-')

beforeAll(async () => {
  world = await freshWorld()
  project = await world.project()
  developer = await world.member('member', { [project.development]: 'developer', [project.production]: 'developer' })
  const place = { project: project.slug, environment: 'development' }
  keyId = (await createKey(world.operator, { ...place, name: 'A_KEY', provider: 'openai', value })).id
})
afterAll(() => world.close())

const make = async (more: CreateShareInput = { key: keyId }) => {
  const share = await createShare(developer.ctx, more)
  return { ...share, token: new URL(share.url).hash.slice(1) }
}
const open = async (token: string) => {
  const response = await callRoute('POST', '/shares/openings', { body: { token } })
  return { status: response.status, body: await response.json() }
}

describe('a shared value', () => {
  it('is opened once, without signing in, and is nowhere afterwards', async () => {
    const { id, token, url } = await make()
    expect(new URL(url).pathname).toBe('/share')
    const row = await world.db.share.findUniqueOrThrow({ where: { id } })
    expect(Buffer.from(row.sealed).includes(value)).toBe(false)
    expect(await open(token)).toEqual({ status: 200, body: { name: 'A_KEY', value } })
    expect((await world.db.share.findUniqueOrThrow({ where: { id } })).sealed).toHaveLength(0)
    const [item] = (await listShares(developer.ctx, { limit: 1 })).items
    expect(item).toMatchObject({ id, state: 'opened', openedAddress: '192.0.2.7', triedAgain: 0 })
    expect(await world.db.usageEvent.count({ where: { keyId, kind: 'share' } })).toBe(1)
    for (const { body } of await world.events()) {
      expect(body).not.toContain(value)
      expect(body).not.toContain(token)
    }
  })

  it('warns its maker of a second opening, and tells whoever tries', async () => {
    expect((await findOverview(developer.ctx)).sharesTriedAgain).toBe(0)
    const { id, token } = await make()
    expect((await open(token)).status).toBe(200)
    const again = await open(token)
    expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining('opened before')])
    expect((await listShares(developer.ctx, { limit: 1 })).items[0]).toMatchObject({ id, triedAgain: 1 })
    expect((await findOverview(developer.ctx)).sharesTriedAgain).toBe(1)
    const events = await world.events({ action: 'share.open', outcome: 'failed' })
    expect(events.some(({ body }) => JSON.parse(body).target.id === id)).toBe(true)
  })

  it('goes to one of many that open it at once', async () => {
    const { token } = await make()
    const statuses = (await Promise.all(Array.from({ length: 8 }, () => open(token)))).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(7)
  })

  it('is refused when it has expired, was ended, or its link is not whole', async () => {
    const expired = await make()
    await world.db.share.update({ where: { id: expired.id }, data: { expiresAt: new Date() } })
    const ended = await make()
    await endShare(developer.ctx, ended.id)
    await expect(endShare(developer.ctx, ended.id)).rejects.toThrow(/ended already/)
    const stranger = await world.member('owner')
    const theirs = await make()
    await expect(endShare(stranger.ctx, theirs.id)).rejects.toThrow(/nothing here/)
    for (const token of [expired.token, ended.token, theirs.token.slice(0, -1), 'x'])
      expect((await open(token)).status).toBe(401)
    // The next one that is made tidies up what expired unopened.
    await make()
    expect((await world.db.share.findUniqueOrThrow({ where: { id: expired.id } })).sealed).toHaveLength(0)
  })

  it('opens no more when its maker is disabled, and goes with a maker who is deleted', async () => {
    const maker = await world.member('member', { [project.development]: 'developer' })
    const { id, url } = await createShare(maker.ctx, { key: keyId })
    await world.db.member.update({ where: { id: maker.id }, data: { disabledAt: new Date() } })
    expect((await open(new URL(url).hash.slice(1))).status).toBe(401)
    await deleteMember(world.operator, maker.id)
    expect(await world.db.share.findUnique({ where: { id } })).toBeNull()
  })

  it('asks for a reason and for the switches of its environment, as any opening does', async () => {
    const place = { project: project.slug, environment: 'production' }
    const { id } = await createKey(world.operator, { ...place, name: 'B_KEY', provider: 'openai', value: randomKey() })
    await expect(make({ key: id })).rejects.toThrow(/say whom the value is for/)
    expect((await make({ key: id, reason: 'the new colleague' })).state).toBe('waiting')
    await editEnvironment(world.operator, project.slug, 'production', { requireApproval: true })
    await expect(make({ key: id, reason: 'the new colleague' })).rejects.toThrow(/approval/)
    const viewer = await world.member('member', { [project.development]: 'viewer' })
    await expect(createShare(viewer.ctx, { key: keyId })).rejects.toThrow(/role does not allow/)
    const own = await createShare(viewer.ctx, { value: 'something else', name: 'Wi-Fi' })
    expect(await open(new URL(own.url).hash.slice(1))).toEqual({
      status: 200,
      body: { name: 'Wi-Fi', value: 'something else' },
    })
  })
})
