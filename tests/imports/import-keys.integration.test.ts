import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { importKeys } from '#lib/imports/import-keys'
import { createKey } from '#lib/keys/create-key'
import { revealKey } from '#lib/keys/reveal-key'
import { findProvider } from '#lib/providers/catalog'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World, type WorldProject } from '../support/world.ts'

let world: World
let project: WorldProject
let manager: Context

beforeAll(async () => {
  world = await freshWorld()
  project = await world.project()
  manager = (await world.member('member', { [project.development]: 'manager', [project.staging]: 'manager' })).ctx
})
afterAll(() => world.close())

const letters = (length: number) => randomKey('').repeat(8).slice(0, length)
const keyOf = (id: string) => findProvider(id)?.keyFormats[0]?.example(letters) ?? ''
const run = (text: string, more: Partial<Parameters<typeof importKeys>[1]> = {}, ctx = manager) =>
  importKeys(ctx, { project: project.slug, environment: 'development', format: 'dotenv', text, dryRun: false, ...more })

describe('importing a .env', () => {
  it('does exactly what the preview said, stores the very values, and leaves one event without any of them', async () => {
    const [openai, stripe, kept, changed] = [keyOf('openai'), keyOf('stripe'), keyOf('openai'), keyOf('openai')]
    const create = (name: string, value: string) =>
      createKey(manager, { project: project.slug, environment: 'development', name, provider: 'openai', value })
    const same = await create('SAME', kept)
    const change = await create('CHANGE', keyOf('openai'))
    const text = [
      '# keys of the application',
      `export OPENAI_API_KEY="${openai}"`,
      `PAYMENTS=${stripe}`,
      `SAME='${kept}'`,
      `CHANGE=${changed}`,
      'EMPTY=',
      'REFERS=${OPENAI_API_KEY}',
      `TWICE=${keyOf('openai')}`,
      `TWICE=${keyOf('openai')}`,
      'SOMETHING=entirely-else',
      '1BAD=x',
      'nonsense',
    ].join('\n')
    const preview = await run(text, { dryRun: true })
    expect(await world.db.key.count({ where: { environmentId: project.development } })).toBe(2)
    expect(await world.events({ action: 'key.import' })).toHaveLength(0)
    const result = await run(text)
    expect({ ...preview, dryRun: false, id: result.id }).toEqual(result)
    expect(result.counts).toEqual({ add: 3, change: 1, same: 1, skip: 3, refuse: 3 })
    expect(result.lines.map(({ line, name, action, provider }) => [line, name, action, provider])).toEqual([
      [2, 'OPENAI_API_KEY', 'add', 'openai'],
      [3, 'PAYMENTS', 'add', 'stripe'],
      [4, 'SAME', 'same', 'openai'],
      [5, 'CHANGE', 'change', 'openai'],
      [6, 'EMPTY', 'skip', undefined],
      [7, 'REFERS', 'skip', undefined],
      [8, 'TWICE', 'skip', undefined],
      [9, 'TWICE', 'add', 'openai'],
      [10, 'SOMETHING', 'refuse', undefined],
      [11, null, 'refuse', undefined],
      [12, null, 'refuse', undefined],
    ])
    const added = await world.db.key.findFirstOrThrow({
      where: { name: 'OPENAI_API_KEY', environmentId: project.development },
    })
    expect(await revealKey(manager, added.id, {})).toEqual({ value: openai, version: 1 })
    expect(await revealKey(manager, change.id, {})).toEqual({ value: changed, version: 2 })
    expect(await revealKey(manager, same.id, {})).toEqual({ value: kept, version: 1 })
    const events = await world.events({ action: 'key.import' })
    expect(events).toHaveLength(1)
    for (const value of [openai, stripe, kept, changed]) {
      expect(events[0]?.body).not.toContain(value)
      expect(JSON.stringify(result)).not.toContain(value)
    }
  })

  it('goes by the name alone where the value has a form that many companies use', async () => {
    const uuid = keyOf('postmark')
    const result = await run(`MAIL=${uuid}\nPOSTMARK_SERVER_TOKEN=${uuid}\nDATABASE_PASSWORD=${letters(20)}`, {
      dryRun: true,
    })
    expect(result.lines.map(({ name, action, provider }) => [name, action, provider])).toEqual([
      ['MAIL', 'refuse', undefined],
      ['POSTMARK_SERVER_TOKEN', 'add', 'postmark'],
      ['DATABASE_PASSWORD', 'refuse', undefined],
    ])
  })

  it('takes the provider that is chosen for a name, and refuses one that does not exist', async () => {
    const text = 'MAIL_TOKEN=one-two-three\nOTHER_TOKEN=four-five-six\nOWN=seven'
    const providers = { MAIL_TOKEN: 'openai', OTHER_TOKEN: 'nobody', OWN: 'openai-compatible' }
    const { lines } = await run(text, { providers, dryRun: true })
    expect(lines.map(({ action }) => action)).toEqual(['add', 'refuse', 'refuse'])
  })

  it('guesses no provider from a form that any secret may have', async () => {
    const value = randomKey('').slice(0, 32)
    const { lines } = await run(`SESSION_SECRET=${value}\nMISTRAL_API_KEY=${value}`, { dryRun: true })
    expect(lines.map(({ action, provider }) => [action, provider])).toEqual([
      ['refuse', undefined],
      ['add', 'mistral'],
    ])
  })

  it('of a thousand keys is stored whole, and a second time changes all of them in one transaction', async () => {
    const file = () =>
      Array.from({ length: 1000 }, (_, index) => `OPENAI_API_KEY_${index}=${randomKey('sk-proj-')}`).join('\n')
    expect((await run(file(), { environment: 'staging' })).counts).toMatchObject({ add: 1000 })
    expect((await run(file(), { environment: 'staging' })).counts).toMatchObject({ change: 1000 })
    const where = { environmentId: project.staging }
    expect(await world.db.key.count({ where: { ...where, version: 2 } })).toBe(1000)
    expect(await world.db.keyVersion.count({ where: { key: where, state: 'current' } })).toBe(1000)
    expect(await world.db.keyVersion.count({ where: { key: where, state: 'previous' } })).toBe(1000)
  }, 30_000)

  it('twice at once stores everything once or refuses whole', async () => {
    const text = Array.from({ length: 20 }, (_, index) => `OPENAI_API_KEY_RACE_${index}=${randomKey('sk-proj-')}`).join(
      '\n',
    )
    const outcomes = await Promise.allSettled([run(text), run(text)])
    const refused = outcomes.filter(({ status }) => status === 'rejected')
    for (const each of refused) expect(each).toMatchObject({ reason: { code: 'conflict' } })
    expect(refused.length).toBeLessThan(2)
    const where = { environmentId: project.development, name: { contains: '_RACE_' } }
    expect(await world.db.key.count({ where })).toBe(20)
  })

  it('is refused to developers, not found by strangers, and recorded', async () => {
    const developer = (await world.member('member', { [project.development]: 'developer' })).ctx
    const stranger = (await world.member('member')).ctx
    await expect(run('A=1', {}, developer)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(run('A=1', { dryRun: true }, stranger)).rejects.toMatchObject({ code: 'not_found' })
    expect(await world.events({ action: 'key.import', outcome: 'denied' })).toHaveLength(2)
  })

  it('refuses a file of more than 2,000 keys, and one of endless lines', async () => {
    await expect(run('A=1\n'.repeat(10_001))).rejects.toMatchObject({ code: 'invalid', errors: [{ path: 'text' }] })
    const text = Array.from({ length: 2001 }, (_, index) => `A_${index}=x`).join('\n')
    await expect(run(text)).rejects.toMatchObject({ code: 'invalid', errors: [{ path: 'text' }] })
  })
})
