import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listGrants } from '#lib/grants/list-grants'
import { listMemberGrants } from '#lib/grants/list-member-grants'
import { removeGrant } from '#lib/grants/remove-grant'
import { setGrant } from '#lib/grants/set-grant'
import { freshWorld, type World, type WorldProject } from '../support/world.ts'

let world: World
let project: WorldProject

beforeAll(async () => {
  world = await freshWorld()
  project = await world.project()
})
afterAll(() => world.close())

describe('grants', () => {
  it('are given and taken by managers, work on the next request, and leave one event each', async () => {
    const { production } = project
    const manager = await world.member('member', { [production]: 'manager' })
    const { id } = await world.member('member')
    await setGrant(manager.ctx, production, id, { role: 'viewer' })
    expect(await setGrant(manager.ctx, production, id, { role: 'developer' })).toMatchObject({
      role: 'developer',
      isGranted: true,
    })
    expect((await world.as(id)).actor).toMatchObject({ grants: new Map([[production, 'developer']]) })
    await removeGrant(manager.ctx, production, id)
    expect((await world.as(id)).actor).toMatchObject({ grants: new Map() })
    const events = (await world.events()).filter(({ targetId }) => targetId === id).map(({ body }) => JSON.parse(body))
    expect(
      events.map(({ action, before, after, environmentId }) => [action, before?.role, after?.role, environmentId]),
    ).toEqual([
      ['grant.set', null, 'viewer', production],
      ['grant.set', 'viewer', 'developer', production],
      ['grant.remove', 'developer', undefined, production],
    ])
  })

  it('are refused to developers, not found by strangers, and both refusals are recorded', async () => {
    const { production } = project
    const target = await world.member('member')
    const developer = await world.member('member', { [production]: 'developer' })
    const stranger = await world.member('member')
    await expect(setGrant(developer.ctx, production, developer.id, { role: 'manager' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(setGrant(stranger.ctx, production, target.id, { role: 'viewer' })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(setGrant(stranger.ctx, 'env_none', target.id, { role: 'viewer' })).rejects.toMatchObject({
      code: 'not_found',
    })
    const denied = await world.events({ outcome: 'denied', action: 'grant.set' })
    expect(denied.map(({ actorId }) => actorId)).toEqual([developer.id, stranger.id, stranger.id])
  })

  it('are not given to nobody, nor taken where there is none', async () => {
    const { ctx, id } = await world.member('owner')
    await expect(setGrant(ctx, project.staging, 'mem_none', { role: 'viewer' })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(removeGrant(ctx, project.staging, id)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('take an environment away only by owners and admins, who also give it back', async () => {
    const { staging } = project
    const [owner, admin] = [await world.member('owner'), await world.member('admin')]
    const manager = await world.member('member', { [staging]: 'manager' })
    await expect(setGrant(manager.ctx, staging, admin.id, { role: 'denied' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await setGrant(owner.ctx, staging, admin.id, { role: 'denied' })
    const denied = await world.as(admin.id)
    await expect(listGrants(denied, staging, { limit: 50 })).rejects.toMatchObject({ code: 'not_found' })
    await expect(removeGrant(manager.ctx, staging, admin.id)).rejects.toMatchObject({ code: 'forbidden' })
    await removeGrant(owner.ctx, staging, admin.id)
    await expect(listGrants(await world.as(admin.id), staging, { limit: 50 })).resolves.toBeDefined()
  })

  it('always leave somebody who can manage, also when the last two are taken away at once', async () => {
    const { development } = await world.project()
    await world.db.member.updateMany({ where: { role: { in: ['owner', 'admin'] } }, data: { role: 'auditor' } })
    const [one, two] = [await world.member('owner'), await world.member('owner')]
    const outcomes = await Promise.allSettled([
      setGrant(one.ctx, development, two.id, { role: 'denied' }),
      setGrant(two.ctx, development, one.id, { role: 'denied' }),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('are listed with everyone who sees the environment by their role in the installation', async () => {
    const { id, development, staging } = await world.project()
    const viewer = await world.member('member', { [development]: 'viewer' })
    await world.member('member', { [staging]: 'manager' })
    const auditor = await world.member('auditor')
    const { items } = await listGrants(viewer.ctx, development, { limit: 200 })
    const roles = new Map(items.map(({ member, role, isGranted }) => [member.id, [role, isGranted]]))
    expect(roles.get(viewer.id)).toEqual(['viewer', true])
    expect(roles.get(auditor.id)).toEqual(['viewer', false])
    expect(items.filter(({ member }) => member.role === 'member')).toHaveLength(1)
    expect((await listMemberGrants(auditor.ctx, viewer.id)).items).toMatchObject([
      { environmentId: development, projectId: id, role: 'viewer' },
    ])
    const stranger = await world.member('member')
    expect((await listMemberGrants(stranger.ctx, viewer.id)).items).toEqual([])
  })
})
