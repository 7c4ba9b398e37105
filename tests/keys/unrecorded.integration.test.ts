import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { createKey } from '#lib/keys/create-key'
import { deleteKey } from '#lib/keys/delete-key'
import { findKey } from '#lib/keys/find-key'
import { replaceValue } from '#lib/keys/replace-value'
import { revealKey } from '#lib/keys/reveal-key'
import { prepareKeyTest } from '#lib/pairings/prepare-key-test'
import { prepareValueTest } from '#lib/pairings/prepare-value-test'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World } from '../support/world.ts'

let world: World
let ctx: Context
let place: { project: string; environment: string; provider: string }

beforeAll(async () => {
  world = await freshWorld()
  const project = await world.project()
  ctx = (await world.member('owner')).ctx
  place = { project: project.slug, environment: 'development', provider: 'openai' }
})
afterAll(() => world.close())

describe('while the audit log cannot be written', () => {
  it('nothing is revealed, tested, stored, replaced or deleted, and nothing is opened', async () => {
    const value = randomKey()
    const key = await createKey(ctx, { ...place, name: 'KEY', value })
    const events = (await world.events()).length
    let opened = 0
    const { keyring } = world.runtime
    const open = keyring.open
    keyring.open = (at, envelope) => {
      opened++
      return open(at, envelope)
    }
    await rename('append_audit_event', 'append_audit_event_gone')
    try {
      for (const work of [
        () => revealKey(ctx, key.id, {}),
        () => prepareKeyTest(ctx, key.id, {}),
        () => prepareValueTest(ctx, { provider: 'openai', value }),
        () => createKey(ctx, { ...place, name: 'OTHER', value: randomKey() }),
        () => replaceValue(ctx, key.id, { value: randomKey() }),
        () => deleteKey(ctx, key.id),
      ]) {
        await expect(work()).rejects.toMatchObject({ code: 'unavailable' })
      }
    } finally {
      await rename('append_audit_event_gone', 'append_audit_event')
      keyring.open = open
    }
    expect(opened).toBe(0)
    expect(await findKey(ctx, key.id)).toMatchObject({ version: 1, fingerprint: key.fingerprint, lastUsedAt: null })
    expect(await world.db.key.count()).toBe(1)
    expect(await world.db.usageEvent.count()).toBe(0)
    expect(await world.events()).toHaveLength(events)
    expect(await revealKey(ctx, key.id, {})).toEqual({ value, version: 1 })
  })
})

async function rename(from: string, to: string): Promise<void> {
  const client = new Client({ connectionString: world.adminUrl })
  await client.connect()
  await client.query(`ALTER FUNCTION ${from} RENAME TO ${to}`)
  await client.end()
}
