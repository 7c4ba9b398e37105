import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { editEnvironment } from '#lib/environments/edit-environment'
import { createKey } from '#lib/keys/create-key'
import { digestValues } from '#lib/value-digests/digest-values'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World, type WorldProject } from '../support/world.ts'

let world: World
let project: WorldProject
const values = { development: randomKey(), production: randomKey() }
beforeAll(async () => {
  world = await freshWorld()
  project = await world.project()
  for (const [environment, value] of Object.entries(values))
    await createKey(world.operator, { project: project.slug, environment, name: 'A_KEY', provider: 'openai', value })
  const short = { project: project.slug, environment: 'development', name: 'SHORT', provider: 'openai', value: 'short' }
  await createKey(world.operator, short)
})
afterAll(() => world.close())

it('are given of what the caller may open, under a salt of their own, and each environment has an event', async () => {
  const developer = await world.member('member', { [project.development]: 'developer', [project.production]: 'viewer' })
  const [one, other] = [await digestValues(developer.ctx, {}), await digestValues(developer.ctx, {})]
  expect(one.items).toEqual([
    {
      digest: createHmac('sha256', Buffer.from(one.salt, 'hex')).update(values.development).digest('hex').slice(0, 32),
      project: project.slug,
      environment: 'development',
      name: 'A_KEY',
    },
  ])
  expect(other.salt).not.toBe(one.salt)
  expect(other.items[0]?.digest).not.toBe(one.items[0]?.digest)
  expect(await world.db.usageEvent.count({ where: { kind: 'compare', consumerId: developer.id } })).toBe(4)
  const events = (await world.events({ action: 'value.digest' })).filter(({ actorId }) => actorId === developer.id)
  expect(events).toHaveLength(2)
})

it('leave out what asks for more than a role, and opens nothing of it', async () => {
  const manager = await world.member('member', { [project.production]: 'manager' })
  expect((await digestValues(manager.ctx, {})).items).toHaveLength(1)
  await editEnvironment(world.operator, project.slug, 'production', { requireStepUp: true })
  const after = await digestValues(manager.ctx, {})
  expect([after.items, after.leftOut]).toEqual([[], [`${project.slug}/production`]])
})
