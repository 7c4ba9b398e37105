import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKey } from '#lib/keys/create-key'
import { deleteKey } from '#lib/keys/delete-key'
import { callRoute } from '../support/call-route.ts'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World, type WorldProject } from '../support/world.ts'

let world: World
let projects: WorldProject[]
let token: string

const store = (project: WorldProject, environment: string, provider: string, baseUrl?: string) =>
  createKey(world.operator, {
    project: project.slug,
    environment,
    name: `KEY_${provider.replaceAll('-', '_')}`,
    provider,
    value: randomKey(),
    baseUrl,
  })

beforeAll(async () => {
  world = await freshWorld()
  projects = [await world.project(), await world.project()]
  const [one, other] = projects as [WorldProject, WorldProject]
  const { id } = await world.member('member', { [one.development]: 'viewer', [other.development]: 'viewer' })
  token = await world.token(id)
  await store(one, 'development', 'openai')
  await store(one, 'production', 'stripe')
  await store(other, 'development', 'openai-compatible', 'http://ollama.internal:11434/v1')
  await deleteKey(world.operator, (await store(one, 'development', 'anthropic')).id)
})
afterAll(() => world.close())

const ask = async (query = '') => callRoute('GET', `/network/allowlist${query}`, { token })
const hosts = async (query = '') => (await (await ask(query)).json()).api.map(({ host }: { host: string }) => host)

describe('GET /network/allowlist', () => {
  it('holds the hosts of the keys that the caller sees: not of other environments, not of deleted keys', async () => {
    expect(await hosts()).toEqual(['api.openai.com', 'ollama.internal'])
  })

  it('can be of one project or one provider', async () => {
    expect(await hosts(`?project=${projects[1]?.slug}`)).toEqual(['ollama.internal'])
    expect(await hosts(`?project=${projects[1]?.id}`)).toEqual(['ollama.internal'])
    expect(await hosts('?provider=openai')).toEqual(['api.openai.com'])
    expect(await hosts('?provider=stripe')).toEqual([])
  })

  it('is plain text for the network team', async () => {
    const response = await ask('?format=text')
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.text()).toMatch(/^api\.openai\.com +443 +tcp/m)
    expect((await ask('?format=xml')).status).toBe(422)
  })
})
