import { randomBytes } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sessionActor, sessionCookieName, sessionSecret } from '#lib/http/session'
import { createMember } from '#lib/members/create-member'
import { editMember } from '#lib/members/edit-member'
import { editSelf } from '#lib/members/edit-self'
import { endSession } from '#lib/sessions/end-session'
import { endOtherSessions } from '#lib/sessions/end-sessions'
import { listSessions } from '#lib/sessions/list-sessions'
import { signIn } from '#lib/sessions/sign-in'
import { freshWorld, type World } from '../support/world.ts'

let world: World
const password = randomBytes(12).toString('base64')

beforeAll(async () => {
  world = await freshWorld()
})
afterAll(() => world.close())
beforeEach(() => world.db.rateLimit.deleteMany())

async function person() {
  const email = `p-${randomBytes(4).toString('hex')}@example.test`
  return createMember(world.operator, { email, name: 'A person', password, role: 'member' })
}
const enter = (email: string, given = password, address = '198.51.100.4') =>
  signIn({ ...world.anonymous, address }, { email, password: given }, 'a browser')
const cookieOf = async (sid: string) =>
  `other=1; ${sessionCookieName()}=${await encode({ token: { sid }, secret: sessionSecret() })}`

describe('signing in', () => {
  it('opens a session that the cookie carries, and leaves one event without the password', async () => {
    const { id, email } = await person()
    const actor = await sessionActor(await cookieOf(await enter(` ${email.toUpperCase()} `)))
    expect(actor).toMatchObject({ id, email, via: { type: 'session' } })
    const events = (await world.events({ action: 'session.create' })).filter(({ actorId }) => actorId === id)
    expect(events).toMatchObject([{ outcome: 'allowed', address: '198.51.100.4' }])
    expect((await world.events()).map(({ body }) => body).join('\n')).not.toContain(password)
  })

  it('gives the same answer for a wrong password, an unknown email and a disabled member, and records each', async () => {
    const { id, email } = await person()
    const gone = await person()
    await world.db.member.update({ where: { id: gone.id }, data: { disabledAt: new Date() } })
    const before = (await world.events({ outcome: 'failed' })).length
    const answers = await Promise.all(
      [enter(email, 'not the password'), enter('nobody@example.test'), enter(gone.email)].map((try_) =>
        try_.catch((error) => `${error.code} ${error.message}`),
      ),
    )
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toMatch(/^unauthenticated /)
    const failed = (await world.events({ outcome: 'failed' })).slice(before)
    expect(failed.map(({ targetId }) => targetId).sort()).toEqual([id, gone.id, 'unknown'].sort())
  })

  it('keeps nothing of what was typed as an email, because people type passwords there', async () => {
    const slip = randomBytes(12).toString('hex')
    await enter(slip).catch(() => {})
    const rows = [await world.db.rateLimit.findMany(), (await world.events()).map(({ body }) => body)]
    expect(JSON.stringify(rows)).not.toContain(slip)
  })

  it('takes as long for an unknown email as for a known one', async () => {
    const { email } = await person()
    const time = async (name: string) => {
      const times: number[] = []
      for (let index = 0; index < 9; index++) {
        await world.db.rateLimit.deleteMany()
        const started = performance.now()
        await enter(name, 'wrong').catch(() => {})
        times.push(performance.now() - started)
      }
      return times.sort((a, b) => a - b)[4] ?? 0
    }
    await time(email)
    const ratio = (await time(email)) / (await time('nobody@example.test'))
    expect(ratio).toBeGreaterThan(0.2)
    expect(ratio).toBeLessThan(5)
  })

  it('allows five tries for one name from one network, also when they come at once, and then none for a while', async () => {
    const { email } = await person()
    const codes = await Promise.all(
      Array.from({ length: 20 }, () => enter(email, 'wrong').catch((error) => error.code)),
    )
    expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(5)
    expect(codes.filter((code) => code === 'rate_limited')).toHaveLength(15)
    await expect(enter(email)).rejects.toMatchObject({ code: 'rate_limited', retryAfterSeconds: expect.any(Number) })
    await expect(enter(email.toUpperCase())).rejects.toMatchObject({ code: 'rate_limited' })
    const refused = await world.db.anonymousDenial.findMany({ where: { route: 'session.create' } })
    expect(refused.reduce((sum, { count }) => sum + count, 0)).toBe(17)
    await expect(enter(email, password, '203.0.113.9')).resolves.toMatch(/^ses_/)
  })

  it('allows fifty tries from one network over all names', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, index) => enter(`n${index}@example.test`).catch(() => {})))
    await expect(enter('one-more@example.test')).rejects.toMatchObject({ code: 'rate_limited' })
  })

  it('forgets the tries of whoever then gets it right', async () => {
    const { email } = await person()
    for (let round = 0; round < 3; round++) {
      for (let index = 0; index < 4; index++) await enter(email, 'wrong').catch(() => {})
      await enter(email)
    }
  })

  it('never hashes a password of more than 1 KiB', async () => {
    const { email } = await person()
    await expect(enter(email, 'x'.repeat(9000))).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

describe('a session', () => {
  it('ends on the very next request when it is ended, idle for 30 minutes or 12 hours old', async () => {
    const { id, email } = await person()
    const change = async (data: object) => {
      const sid = await enter(email)
      const cookie = await cookieOf(sid)
      expect(await sessionActor(cookie)).not.toBeNull()
      await world.db.session.update({ where: { id: sid }, data })
      return sessionActor(cookie)
    }
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)
    expect(await change({ endedAt: new Date() })).toBeNull()
    expect(await change({ lastSeenAt: ago(31) })).toBeNull()
    expect(await change({ expiresAt: ago(1) })).toBeNull()
    expect(await change({ lastSeenAt: ago(29) })).toMatchObject({ id })
  })

  it('is kept awake by requests, written at most once a minute', async () => {
    const { email } = await person()
    const sid = await enter(email)
    const seenAt = async () => {
      await sessionActor(await cookieOf(sid))
      return (await world.db.session.findUniqueOrThrow({ where: { id: sid } })).lastSeenAt.getTime()
    }
    expect(await seenAt()).toBe(await seenAt())
    const old = new Date(Date.now() - 5 * 60_000)
    await world.db.session.update({ where: { id: sid }, data: { lastSeenAt: old } })
    expect(await seenAt()).toBeGreaterThan(old.getTime())
  })

  it('ends with the cookie of another key, an altered one, or none', async () => {
    const { email } = await person()
    const sid = await enter(email)
    const name = sessionCookieName()
    const forged = await encode({ token: { sid }, secret: 'another secret' })
    const real = await cookieOf(sid)
    for (const header of [null, '', `${name}=`, `${name}=${sid}`, `${name}=${forged}`, `${real.slice(0, -6)}AAAAAA`]) {
      expect(await sessionActor(header)).toBeNull()
    }
  })

  it('ends when its member is disabled or gets another role, and every other one when the password changes', async () => {
    const owner = await world.member('owner')
    const cookies = async (email: string) =>
      Promise.all([enter(email), enter(email)].map(async (sid) => cookieOf(await sid)))
    const alive = async (list: string[]) => (await Promise.all(list.map(sessionActor))).filter(Boolean).length
    const { id, email } = await person()
    const before = await cookies(email)
    await editMember(owner.ctx, id, { role: 'auditor' })
    expect(await alive(before)).toBe(0)
    const again = await cookies(email)
    const actor = await sessionActor(again[0] ?? null)
    if (!actor) throw new Error('not signed in')
    await editSelf({ ...world.anonymous, actor }, { password: `${password}!`, currentPassword: password })
    expect(await alive(again)).toBe(1)
    await editMember(owner.ctx, id, { disabled: true })
    expect(await alive(again)).toBe(0)
  })

  it('is listed to its member alone, who may end it', async () => {
    const mine = await person()
    const theirs = await person()
    const [first, second] = [await enter(mine.email), await enter(mine.email)]
    const actor = await sessionActor(await cookieOf(first))
    const other = await sessionActor(await cookieOf(await enter(theirs.email)))
    if (!actor || !other) throw new Error('not signed in')
    const ctx = { ...world.anonymous, actor }
    expect((await listSessions(ctx)).items.map(({ id, isCurrent }) => [id, isCurrent])).toEqual(
      expect.arrayContaining([
        [first, true],
        [second, false],
      ]),
    )
    await expect(endSession({ ...ctx, actor: other }, second)).rejects.toMatchObject({ code: 'not_found' })
    await endOtherSessions(ctx)
    expect((await listSessions(ctx)).items).toHaveLength(1)
    await endSession(ctx, first)
    expect(await sessionActor(await cookieOf(first))).toBeNull()
  })
})
