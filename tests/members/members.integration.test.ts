import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAdmin } from '#lib/members/create-admin'
import { createFirstAdmin } from '#lib/members/create-first-admin'
import { createMember } from '#lib/members/create-member'
import { deleteMember } from '#lib/members/delete-member'
import { editMember } from '#lib/members/edit-member'
import { editSelf } from '#lib/members/edit-self'
import { findSelf } from '#lib/members/find-self'
import { firstAdminLink } from '#lib/members/first-admin-link'
import { listMembers } from '#lib/members/list-members'
import { resetPassword } from '#lib/members/reset-password'
import { Email } from '#lib/members/schema'
import { signIn } from '#lib/sessions/sign-in'
import { authenticateToken } from '#lib/tokens/authenticate-token'
import { freshWorld, type World } from '../support/world.ts'

const password = randomBytes(12).toString('base64')
const newEmail = () => `p-${randomBytes(4).toString('hex')}@example.test`
const input = (role: 'owner' | 'admin' | 'auditor' | 'member' = 'member') => ({
  email: newEmail(),
  name: 'A person',
  password,
  role,
})
const tokenOf = (link: string | null) => link?.split('#')[1] ?? ''

describe('the first admin', () => {
  it('is exactly one, however many hold the link at once, and then there is nothing at that address', async () => {
    const world = await freshWorld()
    try {
      const token = tokenOf(await firstAdminLink())
      const tries = Array.from({ length: 100 }, () => createFirstAdmin(world.anonymous, { ...input(), token }))
      const outcomes = await Promise.allSettled(tries)
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await world.db.member.findMany()).toMatchObject([{ role: 'owner' }])
      await expect(createFirstAdmin(world.anonymous, { ...input(), token })).rejects.toMatchObject({
        code: 'not_found',
      })
      expect(await firstAdminLink()).toBeNull()
      expect(await world.events({ action: 'member.create' })).toMatchObject([
        { actorName: 'set-up link', address: '192.0.2.7' },
      ])
      expect((await world.events()).map(({ body }) => body).join()).not.toContain(token)
    } finally {
      await world.close()
    }
  })

  it('needs the link that was printed last, within a day', async () => {
    const world = await freshWorld()
    try {
      const [older, newer] = [tokenOf(await firstAdminLink()), tokenOf(await firstAdminLink())]
      for (const token of [older, '', 'clv_setup_x', newer.replace('setup', 'inv')]) {
        await expect(createFirstAdmin(world.anonymous, { ...input(), token })).rejects.toMatchObject({
          code: 'unauthenticated',
        })
      }
      await world.db.invitation.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } })
      await expect(createFirstAdmin(world.anonymous, { ...input(), token: newer })).rejects.toMatchObject({
        code: 'unauthenticated',
      })
      expect(await world.db.member.count()).toBe(0)
    } finally {
      await world.close()
    }
  })

  it('made by an operator is owner, and the next ones are admins, also when they are made at once', async () => {
    const world = await freshWorld()
    try {
      const made = await Promise.all([1, 2, 3].map(() => createAdmin(world.operator, input())))
      expect(made.map(({ role }) => role).sort()).toEqual(['admin', 'admin', 'owner'])
    } finally {
      await world.close()
    }
  })
})

describe('members', () => {
  let world: World
  beforeAll(async () => {
    world = await freshWorld()
  })
  afterAll(() => world.close())

  it('are added by admins, with one event that holds no password, and can sign in', async () => {
    const admin = await world.member('admin')
    const made = await createMember(admin.ctx, input())
    const events = (await world.events()).filter(({ targetId }) => targetId === made.id)
    expect(events).toMatchObject([{ action: 'member.create', outcome: 'allowed', actorId: admin.id }])
    expect(events.map(({ body }) => body).join()).not.toContain(password)
    await expect(signIn(world.anonymous, { email: made.email, password }, null)).resolves.toMatch(/^ses_/)
  })

  it('are not added by auditors and members, and the refusal is recorded', async () => {
    for (const role of ['auditor', 'member'] as const) {
      const { ctx, id } = await world.member(role)
      await expect(createMember(ctx, input())).rejects.toMatchObject({ code: 'forbidden' })
      expect((await world.events({ outcome: 'denied' })).filter(({ actorId }) => actorId === id)).toMatchObject([
        { action: 'member.create' },
      ])
    }
  })

  it('have an email of their own, also when two are added at once', async () => {
    const twice = input()
    const outcomes = await Promise.allSettled([
      createMember(world.operator, twice),
      createMember(world.operator, twice),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
  })

  it('become and stop being owners by owners alone', async () => {
    const [owner, admin, member] = [
      await world.member('owner'),
      await world.member('admin'),
      await world.member('member'),
    ]
    await expect(createMember(admin.ctx, input('owner'))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(editMember(admin.ctx, member.id, { role: 'owner' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(editMember(admin.ctx, owner.id, { role: 'member' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(editMember(admin.ctx, owner.id, { disabled: true })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(deleteMember(admin.ctx, owner.id)).rejects.toMatchObject({ code: 'forbidden' })
    expect((await world.events({ outcome: 'denied', action: 'owner.appoint' })).length).toBe(5)
    expect(await editMember(owner.ctx, member.id, { role: 'owner' })).toMatchObject({ role: 'owner' })
  })

  it('always include an owner, also when the last two step down at once', async () => {
    await world.db.member.updateMany({ where: { role: 'owner' }, data: { role: 'admin' } })
    const [one, two] = [await world.member('owner'), await world.member('owner')]
    const outcomes = await Promise.allSettled([
      editMember(one.ctx, one.id, { role: 'member' }),
      editMember(two.ctx, two.id, { disabled: true }),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [left] = await world.db.member.findMany({ where: { role: 'owner', disabledAt: null } })
    const { ctx } = left?.id === one.id ? one : two
    await expect(deleteMember(ctx, left?.id ?? '')).rejects.toMatchObject({ code: 'conflict' })
    await expect(editMember(ctx, left?.id ?? '', { disabled: true })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('lose their tokens when they are disabled, for good', async () => {
    const { id } = await world.member('member')
    const token = await world.token(id)
    await editMember(world.operator, id, { disabled: true })
    await editMember(world.operator, id, { disabled: false })
    expect(await authenticateToken(token, null)).toBeNull()
    const [disabled] = (await world.events({ action: 'member.edit' })).filter(({ targetId }) => targetId === id)
    expect(JSON.parse(disabled?.body ?? '')).toMatchObject({ before: { disabled: false }, after: { disabled: true } })
  })

  it('are deleted with their tokens, while the log keeps their name', async () => {
    const { id } = await world.member('member')
    const token = await world.token(id)
    await deleteMember(world.operator, id)
    expect(await authenticateToken(token, null)).toBeNull()
    expect(await world.events({ action: 'member.delete' })).toMatchObject([{ targetId: id, targetName: 'The member' }])
  })

  it('change their own name and, knowing the old one, their password, but nothing else', async () => {
    const made = await createMember(world.operator, input())
    const ctx = await world.as(made.id)
    expect(await editSelf(ctx, { name: 'Another name' })).toMatchObject({ name: 'Another name', role: 'member' })
    const wrong = { password: `${password}2`, currentPassword: 'not this' }
    await expect(editSelf(ctx, wrong)).rejects.toMatchObject({ code: 'invalid', errors: [{ path: 'currentPassword' }] })
    for (let index = 0; index < 4; index++) await editSelf(ctx, wrong).catch(() => {})
    await expect(editSelf(ctx, { ...wrong, currentPassword: password })).rejects.toMatchObject({ code: 'rate_limited' })
    await world.db.rateLimit.deleteMany()
    await editSelf(ctx, { ...wrong, currentPassword: password })
    await expect(signIn(world.anonymous, { email: made.email, password: `${password}2` }, null)).resolves.toMatch(
      /^ses_/,
    )
    expect((await world.events()).map(({ body }) => body).join()).not.toContain(password)
  })

  it('get a new password from an operator alone, and are signed out everywhere', async () => {
    const made = await createMember(world.operator, input())
    const sid = await signIn(world.anonymous, { email: made.email, password }, null)
    const owner = await world.member('owner')
    await expect(resetPassword(owner.ctx, { email: made.email, password: `${password}3` })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await resetPassword(world.operator, { email: made.email, password: `${password}3` })
    expect((await world.db.session.findUniqueOrThrow({ where: { id: sid } })).endedAt).not.toBeNull()
    await expect(signIn(world.anonymous, { email: made.email, password }, null)).rejects.toMatchObject({
      code: 'unauthenticated',
    })
  })

  it('are listed page by page without a password, and found by part of a name', async () => {
    const { ctx } = await world.member('member')
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listMembers(ctx, { limit: 3, cursor })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(new Set(seen).size).toBe(await world.db.member.count())
    expect(seen).toHaveLength(new Set(seen).size)
    expect(JSON.stringify(await listMembers(ctx, { limit: 200 }))).not.toMatch(/argon2|password/i)
    expect((await listMembers(ctx, { limit: 50, q: 'ANOTHER' })).items).toHaveLength(1)
  })

  it('see themselves with the role that counts in each environment', async () => {
    const { development, production, staging } = await world.project()
    const developer = await world.member('member', { [development]: 'developer', [production]: 'denied' })
    expect((await findSelf(developer.ctx)).environments).toMatchObject([
      { environmentId: development, role: 'developer' },
    ])
    const admin = await world.member('admin', { [production]: 'denied', [staging]: 'viewer' })
    expect((await findSelf(admin.ctx)).environments.map(({ environment, role }) => [environment, role])).toEqual([
      ['development', 'manager'],
      ['staging', 'manager'],
    ])
  })
})

describe('an email', () => {
  it.each([
    [' Name@Example.TEST ', 'name@example.test'],
    ['a+tag@sub.example.test', 'a+tag@sub.example.test'],
    ['ｎame@example.test', 'name@example.test'],
    ['admin@localhost', 'admin@localhost'],
  ])('%s is kept as %s', (given, kept) => {
    expect(Email.parse(given)).toBe(kept)
  })

  it.each([
    '',
    'a',
    '@b',
    'a@',
    'a@b@c.test',
    'a＠b@c.test',
    'a@ex ample.test',
    'a@exämple.test',
    'a@-b.test',
    'a@b..test',
    'a\u0000@b.test',
    'a\u202e@b.test',
    `${'a'.repeat(300)}@b.test`,
  ])('%j is refused', (given) => {
    expect(Email.safeParse(given).success).toBe(false)
  })
})
