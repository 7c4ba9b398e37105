import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authenticateToken } from '#lib/tokens/authenticate-token'
import { createToken } from '#lib/tokens/create-token'
import { listTokens } from '#lib/tokens/list-tokens'
import { revokeToken } from '#lib/tokens/revoke-token'
import { freshWorld, type World, type WorldMember } from '../support/world.ts'

let world: World
let member: WorldMember

beforeAll(async () => {
  world = await freshWorld()
  member = await world.member('member')
})
afterAll(() => world.close())

const make = (expiresInDays = 30) => createToken(member.ctx, { name: 'deploy', expiresInDays })

describe('personal access tokens', () => {
  it('lets a program act as its member, with the rights that the member has now', async () => {
    const { development } = await world.project()
    const { token } = await make()
    expect((await authenticateToken(token, null))?.grants.size).toBe(0)
    await world.db.grant.create({
      data: { id: `g_${token.slice(-8)}`, environmentId: development, memberId: member.id, role: 'viewer' },
    })
    const actor = await authenticateToken(token, null)
    expect(actor).toMatchObject({ id: member.id, role: 'member', via: { type: 'token' } })
    expect(actor?.grants.get(development)).toBe('viewer')
  })

  it('shows a token once: neither the list, the database nor the audit log holds it', async () => {
    const { token, id } = await make()
    const kept = JSON.stringify([
      await listTokens(member.ctx, { limit: 200 }),
      await world.db.token.findMany(),
      (await world.events()).map(({ body }) => body),
    ])
    expect(token).toMatch(/^clv_pat_[0-9A-Za-z]{49}$/)
    expect(kept).toContain(id)
    expect(kept).not.toContain(token.slice(8, 40))
  })

  it('leaves one event for making and one for revoking', async () => {
    const { id } = await make()
    await revokeToken(member.ctx, id)
    const events = (await world.events()).filter(({ targetId }) => targetId === id)
    expect(events.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'token.create allowed',
      'token.revoke allowed',
    ])
  })

  it('refuses a revoked token, an expired one and one of a disabled member', async () => {
    const revoked = await make()
    await revokeToken(member.ctx, revoked.id)
    expect(await authenticateToken(revoked.token, null)).toBeNull()
    expect(await authenticateToken(await world.token(member.id, new Date(Date.now() - 1000)), null)).toBeNull()
    const other = await world.member('member')
    const token = await world.token(other.id)
    expect(await authenticateToken(token, null)).not.toBeNull()
    await world.db.member.update({ where: { id: other.id }, data: { disabledAt: new Date() } })
    expect(await authenticateToken(token, null)).toBeNull()
  })

  it('refuses a token with any one character changed, and anything that is not a token', async () => {
    const { token } = await make()
    for (let at = 0; at < token.length; at++) {
      const changed = token.slice(0, at) + (token[at] === 'x' ? 'y' : 'x') + token.slice(at + 1)
      expect(await authenticateToken(changed, null)).toBeNull()
    }
    for (const text of ['', 'clv_pat_', `${token}x`, token.replace('pat', 'inv'), "' OR 1=1 --"]) {
      expect(await authenticateToken(text, null)).toBeNull()
    }
  })

  it('marks when and from where a token was last used, at most once a minute', async () => {
    const { token, id } = await make()
    const used = async (address: string) => {
      await authenticateToken(token, address)
      return world.db.token.findUniqueOrThrow({ where: { id } })
    }
    const first = await used('192.0.2.1')
    expect(first.lastUsedAddress).toBe('192.0.2.1')
    expect((await used('192.0.2.2')).lastUsedAddress).toBe('192.0.2.1')
    await world.db.token.update({ where: { id }, data: { lastUsedAt: new Date(Date.now() - 61_000) } })
    expect((await used('192.0.2.2')).lastUsedAddress).toBe('192.0.2.2')
  })

  it("does not find another member's token", async () => {
    const { id, token } = await make()
    const stranger = await world.member('owner')
    await expect(revokeToken(stranger.ctx, id)).rejects.toMatchObject({ code: 'not_found' })
    expect((await listTokens(stranger.ctx, { limit: 50 })).items).toEqual([])
    expect(await authenticateToken(token, null)).not.toBeNull()
  })

  it('refuses nobody in particular, and counts the refusal', async () => {
    await expect(createToken(world.anonymous, { name: 'x', expiresInDays: 1 })).rejects.toMatchObject({
      code: 'unauthenticated',
    })
    expect(await world.db.anonymousDenial.findMany()).toMatchObject([
      { route: 'token.create', address: '192.0.2.0/24' },
    ])
  })

  it('is revoked once when two revoke it at once', async () => {
    const { id } = await make()
    const outcomes = await Promise.allSettled([revokeToken(member.ctx, id), revokeToken(member.ctx, id)])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('pages through many tokens without repeating or losing one', async () => {
    const many = await world.member('member')
    for (let index = 0; index < 5; index++) await createToken(many.ctx, { name: `n${index}`, expiresInDays: 1 })
    const names: string[] = []
    let cursor: string | undefined
    do {
      const page = await listTokens(many.ctx, { limit: 2, cursor })
      names.push(...page.items.map(({ name }) => name))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(names).toEqual(['n4', 'n3', 'n2', 'n1', 'n0'])
  })
})
