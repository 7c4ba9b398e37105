import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Route } from '#lib/http/route'
import { sessionCookieName, sessionSecret } from '#lib/http/session'
import * as token from '../../app/api/v1/tokens/[id]/route.ts'
import * as tokens from '../../app/api/v1/tokens/route.ts'
import { freshWorld, type World, type WorldMember } from '../support/world.ts'

let world: World
let member: WorldMember
let bearer: Record<string, string>

beforeAll(async () => {
  world = await freshWorld()
  member = await world.member('member')
  bearer = { authorization: `Bearer ${await world.token(member.id)}` }
})
afterAll(() => world.close())

async function ask(route: Route, method: string, headers: Record<string, string>, body?: unknown, params = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const all = {
    host: 'keys.example.test',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  }
  const request = new Request('http://keys.example.test/api/v1/tokens', { method, headers: all, body: text })
  const response = await route(request, { params: Promise.resolve(params) })
  const answer = await response.text()
  return { status: response.status, headers: response.headers, body: answer ? JSON.parse(answer) : null }
}

async function cookie() {
  const { id: sid } = await world.db.session.create({
    data: { id: `ses_${Math.random()}`, memberId: member.id, expiresAt: new Date(Date.now() + 60_000) },
  })
  return { cookie: `${sessionCookieName()}=${await encode({ token: { sid }, secret: sessionSecret() })}` }
}

describe('POST /tokens', () => {
  it('answers 201 with the token, which nobody may keep in a cache, and never answers with it again', async () => {
    const made = await ask(tokens.POST, 'POST', bearer, { name: 'script' })
    expect(made).toMatchObject({ status: 201, body: { name: 'script', token: expect.stringMatching(/^clv_pat_/) } })
    expect(made.headers.get('cache-control')).toBe('no-store')
    const days = (Date.parse(made.body.expiresAt) - Date.now()) / 86_400_000
    expect(days).toBeCloseTo(30, 1)
    const list = await ask(tokens.GET, 'GET', { authorization: `Bearer ${made.body.token}` })
    expect(list.status).toBe(200)
    expect(JSON.stringify(list.body)).not.toContain(made.body.token)
    expect((await ask(token.DELETE, 'DELETE', bearer, undefined, { id: made.body.id })).status).toBe(204)
    expect((await ask(tokens.GET, 'GET', { authorization: `Bearer ${made.body.token}` })).status).toBe(401)
  })

  it.each([
    [{ name: 'x', admin: true }, 'admin'],
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(101) }, 'name'],
    [{ name: 'a\u0000b' }, 'name'],
    [{ name: 'a\u202eb' }, 'name'],
    [{ name: 'x', expiresInDays: 366 }, 'expiresInDays'],
    [{ name: 'x', expiresInDays: 0 }, 'expiresInDays'],
    [{ name: 'x', expiresInDays: 1.5 }, 'expiresInDays'],
    [[], 'body'],
    [null, 'body'],
  ])('refuses %j with 422 and the path', async (body, path) => {
    expect(await ask(tokens.POST, 'POST', bearer, body)).toMatchObject({
      status: 422,
      body: { code: 'invalid', errors: [{ path }] },
    })
  })

  it('refuses unreadable JSON with 400, another media type with 415, and too much with 413', async () => {
    expect((await ask(tokens.POST, 'POST', bearer, '{"name":')).status).toBe(400)
    expect((await ask(tokens.POST, 'POST', { ...bearer, 'content-type': 'text/plain' }, { name: 'x' })).status).toBe(
      415,
    )
    expect((await ask(tokens.POST, 'POST', bearer, { name: 'x'.repeat(300_000) })).status).toBe(413)
  })

  it('refuses a cookie that another site makes the browser send', async () => {
    const own = { ...(await cookie()), 'sec-fetch-site': 'same-origin' }
    expect((await ask(tokens.POST, 'POST', own, { name: 'x' })).status).toBe(201)
    expect(
      (await ask(tokens.POST, 'POST', { ...(await cookie()), origin: 'http://keys.example.test' }, { name: 'x' }))
        .status,
    ).toBe(201)
    const elsewhere: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { origin: 'null' },
      { origin: 'http://evil.test' },
      {},
    ]
    for (const from of elsewhere) {
      expect((await ask(tokens.POST, 'POST', { ...(await cookie()), ...from }, { name: 'x' })).status).toBe(403)
    }
  })

  it('takes a bearer token for what it is: a bad one is not saved by a good cookie', async () => {
    const both = { ...(await cookie()), authorization: 'Bearer clv_pat_wrong', 'sec-fetch-site': 'same-origin' }
    expect((await ask(tokens.GET, 'GET', both)).status).toBe(401)
  })
})
