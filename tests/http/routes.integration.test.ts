import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callRoute } from '../support/call-route.ts'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World, type WorldProject } from '../support/world.ts'

let world: World
let project: WorldProject
let token: string

beforeAll(async () => {
  world = await freshWorld()
  project = await world.project()
  token = await world.token((await world.member('owner')).id)
})
afterAll(() => world.close())

const keyBody = (more: object = {}) => ({
  project: project.slug,
  environment: 'development',
  name: `KEY_${randomKey('').slice(0, 8)}`,
  provider: 'openai',
  value: randomKey(),
  ...more,
})
const post = (address: string, body: unknown) => callRoute('POST', address, { token, body })

describe('a program', () => {
  it('stores a key with 201, reveals it and deletes it with 204', async () => {
    const body = keyBody()
    const created = await post('/keys', body)
    expect(created.status).toBe(201)
    const { id } = await created.json()
    const revealed = await callRoute('POST', `/keys/${id}/reveals`, { token })
    expect(revealed.status).toBe(200)
    expect(await revealed.json()).toEqual({ value: body.value, version: 1 })
    expect((await callRoute('DELETE', `/keys/${id}`, { token })).status).toBe(204)
    expect((await callRoute('GET', `/keys/${id}`, { token })).status).toBe(404)
    expect((await callRoute('POST', `/keys/${id}/restoration`, { token })).status).toBe(200)
  })

  it.each<[string, object, string]>([
    ['an unknown field', { colour: 'red' }, 'colour'],
    ['a missing name', { name: undefined }, 'name'],
    ['a name with blanks', { name: 'NOT A NAME' }, 'name'],
    ['a name with NUL', { name: 'A\u0000' }, 'name'],
    ['an empty value', { value: '' }, 'value'],
    ['a value above 16 KiB', { value: 'é'.repeat(8193) }, 'value'],
    ['a value with half a character', { value: '\ud800' }, 'value'],
    ['a project with NUL', { project: '\u0000' }, 'project'],
    ['notes with NUL', { notes: 'a\u0000b' }, 'notes'],
    ['a tag with a line break', { tags: ['a\nb'] }, 'tags.0'],
    ['an address that is none', { baseUrl: 'nonsense' }, 'baseUrl'],
    ['an address of another kind', { baseUrl: 'file:///etc/passwd' }, 'baseUrl'],
    ['an address with a password', { baseUrl: 'https://user:pass@host.example/v1' }, 'baseUrl'],
    ['an expiry that is no time', { expiresAt: 'tomorrow' }, 'expiresAt'],
    ['an expiry in the year 0', { expiresAt: '0000-01-01T00:00:00Z' }, 'expiresAt'],
    ['an interval of no days', { rotateEveryDays: 0 }, 'rotateEveryDays'],
  ])('is told the path of %s with 422, and nothing is stored', async (_, more, path) => {
    const before = await world.db.key.count()
    const response = await post('/keys', keyBody(more))
    expect(response.status).toBe(422)
    const problem = await response.json()
    expect(problem).toMatchObject({ status: 422, code: 'invalid', errors: [{ path }] })
    expect(await world.db.key.count()).toBe(before)
  })

  it('gets 400 for what is no JSON, 415 for another media type, 413 for too much', async () => {
    const headers = { 'content-type': 'application/json' }
    expect((await callRoute('POST', '/keys', { token, text: '{', headers })).status).toBe(400)
    expect(
      (await callRoute('POST', '/keys', { token, text: 'a=b', headers: { 'content-type': 'text/plain' } })).status,
    ).toBe(415)
    expect((await post('/keys', keyBody({ notes: 'x'.repeat(300_000) }))).status).toBe(413)
    const text = `#${'x'.repeat(1024 * 1024)}`
    expect(
      (await post('/import', { project: project.slug, environment: 'development', format: 'dotenv', text })).status,
    ).toBe(200)
  })

  it('may test 120 values a minute, and is told when to go on', async () => {
    const statuses: number[] = []
    for (let index = 0; index < 120; index++)
      statuses.push((await post('/pairings', { provider: 'nobody', value: 'x' })).status)
    expect(new Set(statuses)).toEqual(new Set([422]))
    const refused = await post('/pairings', { provider: 'nobody', value: 'x' })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('reads version, database and custody of the installation', async () => {
    const response = await callRoute('GET', '/installation', { token })
    expect(await response.json()).toMatchObject({
      version: expect.any(String),
      database: 'embedded',
      recoveryKey: { isMade: false },
    })
  })

  it('reads the catalogue without any rule in it', async () => {
    const { items } = await (await callRoute('GET', '/providers', { token })).json()
    expect(items.find(({ id }: { id: string }) => id === 'openai')).toMatchObject({
      name: 'OpenAI',
      rotation: expect.any(String),
    })
    expect(JSON.stringify(items)).not.toContain('"answers"')
  })
})
