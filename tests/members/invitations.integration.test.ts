import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptInvitation } from '#lib/invitations/accept-invitation'
import { inviteMember } from '#lib/invitations/invite-member'
import { listInvitations } from '#lib/invitations/list-invitations'
import { revokeInvitation } from '#lib/invitations/revoke-invitation'
import { editMember } from '#lib/members/edit-member'
import { freshWorld, type World, type WorldMember, type WorldProject } from '../support/world.ts'

let world: World
let admin: WorldMember
let project: WorldProject
const password = randomBytes(12).toString('base64')
const invitation = () => ({
  email: `i-${randomBytes(4).toString('hex')}@example.test`,
  role: 'member' as const,
  grants: [],
})
const tokenOf = ({ link }: { link: string }) => link.split('#')[1] ?? ''
const accept = (token: string) => acceptInvitation(world.anonymous, { token, name: 'Somebody new', password })

beforeAll(async () => {
  world = await freshWorld()
  admin = await world.member('admin')
  project = await world.project()
})
afterAll(() => world.close())

describe('an invitation', () => {
  it('makes its holder a member with the role and grants that it names, once', async () => {
    const invited = await inviteMember(admin.ctx, {
      ...invitation(),
      grants: [{ environmentId: project.development, role: 'developer' }],
    })
    expect(invited.link).toMatch(/\/join#clv_inv_/)
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => accept(tokenOf(invited))))
    const made = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    expect(made).toMatchObject([{ email: invited.email, role: 'member' }])
    expect(await world.db.grant.findMany({ where: { memberId: made[0]?.id } })).toMatchObject([
      { environmentId: project.development, role: 'developer' },
    ])
    const bodies = (await world.events()).map(({ body }) => body).join()
    expect(bodies).not.toContain(tokenOf(invited))
    expect(bodies).not.toContain(password)
    expect(await world.events({ action: 'invitation.accept' })).toMatchObject([
      { outcome: 'allowed', targetId: made[0]?.id },
    ])
  })

  it('gives no more than its sender could give', async () => {
    await expect(inviteMember(admin.ctx, { ...invitation(), role: 'owner' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const denied = await world.member('admin', { [project.production]: 'denied' })
    const grants = [{ environmentId: project.production, role: 'viewer' as const }]
    await expect(inviteMember(denied.ctx, { ...invitation(), grants })).rejects.toMatchObject({ code: 'not_found' })
    const member = await world.member('member', { [project.production]: 'manager' })
    await expect(inviteMember(member.ctx, invitation())).rejects.toMatchObject({ code: 'forbidden' })
    expect(await world.events({ outcome: 'denied', action: 'member.invite' })).toMatchObject([{ actorId: member.id }])
  })

  it('is worth nothing once its sender is disabled or may invite no more', async () => {
    for (const change of [{ disabled: true }, { role: 'member' as const }]) {
      const sender = await world.member('admin')
      const invited = await inviteMember(sender.ctx, invitation())
      await editMember(world.operator, sender.id, change)
      await expect(accept(tokenOf(invited))).rejects.toMatchObject({ code: 'unauthenticated' })
    }
  })

  it('ends after a day, when it is taken back, and when the same person is invited again', async () => {
    const old = await inviteMember(admin.ctx, invitation())
    await world.db.invitation.update({ where: { id: old.id }, data: { expiresAt: new Date(Date.now() - 1) } })
    await expect(accept(tokenOf(old))).rejects.toMatchObject({ code: 'unauthenticated' })
    const taken = await inviteMember(admin.ctx, invitation())
    await revokeInvitation(admin.ctx, taken.id)
    await expect(accept(tokenOf(taken))).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(revokeInvitation(admin.ctx, taken.id)).rejects.toMatchObject({ code: 'not_found' })
    const first = await inviteMember(admin.ctx, invitation())
    const second = await inviteMember(admin.ctx, { ...invitation(), email: first.email })
    await expect(accept(tokenOf(first))).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(await accept(tokenOf(second))).toMatchObject({ email: first.email })
    await expect(inviteMember(admin.ctx, { ...invitation(), email: first.email })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('is listed without its link until it is accepted', async () => {
    const invited = await inviteMember(admin.ctx, invitation())
    const { items } = await listInvitations(admin.ctx, { limit: 200 })
    expect(items.map(({ id }) => id)).toContain(invited.id)
    expect(JSON.stringify(items)).not.toContain(tokenOf(invited))
    await accept(tokenOf(invited))
    expect((await listInvitations(admin.ctx, { limit: 200 })).items.map(({ id }) => id)).not.toContain(invited.id)
  })
})
