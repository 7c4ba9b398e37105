import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { newId } from '#lib/ids'
import { listTimeline } from '#lib/key-history/list-timeline'
import { listUsage } from '#lib/key-history/list-usage'
import { listVersions } from '#lib/key-history/list-versions'
import { Timeline, type TimelineEntry } from '#lib/key-history/schema'
import { createKey } from '#lib/keys/create-key'
import { replaceValue } from '#lib/keys/replace-value'
import { revealKey } from '#lib/keys/reveal-key'
import type { Key } from '#lib/keys/schema'
import { prepareKeyTest } from '#lib/pairings/prepare-key-test'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World, type WorldProject } from '../support/world.ts'

let world: World
let project: WorldProject
let manager: Context
let viewer: Context
let key: Key

beforeAll(async () => {
  world = await freshWorld({
    CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1',
    CLAVIGER_DNS_COMPARE: '',
    CLAVIGER_CONTROL_HOSTS: '',
  })
  project = await world.project()
  manager = (await world.member('member', { [project.development]: 'manager' })).ctx
  viewer = (await world.member('member', { [project.development]: 'viewer' })).ctx
  const place = { project: project.slug, environment: 'development', provider: 'openai' }
  // Nobody listens on that port: the test ends at once.
  const baseUrl = 'http://127.0.0.1:9/v1'
  key = await createKey(manager, { ...place, name: 'KEY', value: randomKey(), baseUrl })
  await (await prepareKeyTest(manager, key.id, {}))()
  await replaceValue(manager, key.id, { value: randomKey(), reason: 'routine' })
  await revealKey(manager, key.id, {})
  await revealKey(manager, key.id, { copy: true })
  const { id: consumerId, type: consumerType, name: consumerName } = manager.actor
  const use = {
    keyId: key.id,
    projectId: project.id,
    environmentId: project.development,
    consumerType,
    consumerId,
    consumerName,
  }
  await world.db.usageEvent.create({ data: { id: newId('use'), ...use, version: 2, kind: 'fetch' } })
})
afterAll(() => world.close())

const told = (entry: TimelineEntry) => {
  if (entry.kind === 'event') return `${entry.action} ${entry.outcome}`
  if (entry.kind === 'pairing' || entry.kind === 'repeats') return `${entry.kind} ${entry.verdict}`
  return entry.kind === 'version' ? `version ${entry.version}` : `use ${entry.use}`
}

describe('the timeline of a key', () => {
  it('merges what was decided, tested, stored and used, newest first and each once', async () => {
    const { items, nextCursor } = Timeline.parse(await listTimeline(viewer, key.id, { limit: 50 }))
    expect(items.map(told).sort()).toEqual(
      [
        'key.create allowed',
        'key.replace allowed',
        'key.reveal allowed',
        'key.reveal allowed',
        'key.test allowed',
        'pairing tcp_refused',
        'use fetch',
        'version 1',
        'version 2',
      ].sort(),
    )
    expect(items.map(({ at }) => at)).toEqual(
      items
        .map(({ at }) => at)
        .sort()
        .reverse(),
    )
    expect(nextCursor).toBeNull()
  })

  it('comes page by page, whatever the mix, each entry once', async () => {
    const whole = (await listTimeline(viewer, key.id, { limit: 50 })).items.map(({ id }) => id)
    for (const limit of [1, 2, 3]) {
      const paged: string[] = []
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await listTimeline(viewer, key.id, { limit, ...(cursor ? { cursor } : {}) })
        expect(page.items.length).toBeLessThanOrEqual(limit)
        paged.push(...page.items.map(({ id }) => id))
        cursor = page.nextCursor
      }
      expect(paged).toEqual(whole)
    }
  })

  it.each(['x', 'WyJuZXZlciIsImlkIl0', 'WyIyMDMwLTAxLTAxIiwiaWQiXQ', 'WzEsMl0'])(
    'refuses the cursor %s',
    async (cursor) => {
      await expect(listTimeline(viewer, key.id, { limit: 5, cursor })).rejects.toMatchObject({ code: 'invalid' })
    },
  )
})

describe('the versions of a key', () => {
  it('come newest first and page by page, with who stored them and no value', async () => {
    const first = await listVersions(viewer, key.id, { limit: 1 })
    expect(first.items).toMatchObject([
      { number: 2, state: 'current', reason: 'routine', createdBy: manager.actor.name },
    ])
    const second = await listVersions(viewer, key.id, { limit: 1, cursor: first.nextCursor ?? '' })
    expect(second).toMatchObject({ items: [{ number: 1, state: 'previous' }], nextCursor: null })
    expect(first.items[0]).not.toHaveProperty('sealed')
  })
})

describe('the usage of a key', () => {
  it('is counted by consumer, version and kind, latest first', async () => {
    const { items } = await listUsage(viewer, key.id)
    expect(items.map(({ kind, version, count, consumer }) => [kind, version, count, consumer.id])).toEqual([
      ['fetch', 2, 1, manager.actor.id],
      ['copy', 2, 1, manager.actor.id],
      ['reveal', 2, 1, manager.actor.id],
      ['test', 1, 1, manager.actor.id],
    ])
  })
})

it('is not found by somebody without a role there, and that is recorded', async () => {
  const stranger = await world.member('member')
  for (const look of [listVersions, listTimeline]) {
    await expect(look(stranger.ctx, key.id, { limit: 5 })).rejects.toMatchObject({ code: 'not_found' })
  }
  await expect(listUsage(stranger.ctx, key.id)).rejects.toMatchObject({ code: 'not_found' })
  const denied = await world.events({ outcome: 'denied' })
  expect(denied.filter(({ actorId }) => actorId === stranger.id)).toHaveLength(3)
})
