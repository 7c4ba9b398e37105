import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#lib/ids'
import { tidyPairings } from '#lib/jobs/tidy-pairings'
import { createKey } from '#lib/keys/create-key'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await freshWorld()
})
afterAll(() => world.close())

it('forgets old results that only confirmed, and keeps changes, what people asked for, and the last of each key', async () => {
  const { slug } = await world.project()
  const place = { project: slug, environment: 'development', provider: 'openai' }
  const { id: keyId } = await createKey(world.operator, { ...place, name: 'A_KEY', value: randomKey() })
  const kept = async (name: string, daysAgo: number, more: { repeatOf?: string; trigger?: string } = {}) => {
    const row = { provider: 'openai', verdict: 'paired', confidence: 'proven', trigger: 'scheduled', durationMs: 1 }
    const startedAt = new Date(Date.now() - daysAgo * 86_400_000)
    const id = newId('par')
    await world.db.pairing.create({ data: { id, keyId, startedAt, result: { name }, ...row, ...more } })
    return id
  }
  const first = await kept('the first', 300)
  await kept('an old repeat', 200, { repeatOf: first })
  const last = await kept('an old repeat that is the last', 100, { repeatOf: first })
  await kept('a young repeat', 80, { repeatOf: first })
  await kept('asked for', 200, { trigger: 'manual' })
  await world.db.keyState.update({ where: { keyId }, data: { lastPairingId: last } })
  await tidyPairings()
  const left = await world.db.pairing.findMany({ where: { keyId }, orderBy: { startedAt: 'asc' } })
  expect(left.map(({ result }) => (result as { name: string }).name)).toEqual([
    'the first',
    'asked for',
    'an old repeat that is the last',
    'a young repeat',
  ])
})
