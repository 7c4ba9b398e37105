import { parseEnv } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { exportKeys } from '#lib/exports/export-keys'
import { importKeys } from '#lib/imports/import-keys'
import { undoImport } from '#lib/imports/undo-import'
import { createKey } from '#lib/keys/create-key'
import { replaceValue } from '#lib/keys/replace-value'
import { revealKey } from '#lib/keys/reveal-key'
import { findProvider } from '#lib/providers/catalog'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World, type WorldProject } from '../support/world.ts'

let world: World
let project: WorldProject
let manager: Context
const letters = (length: number) => randomKey('').repeat(8).slice(0, length)
const openAiKey = () => findProvider('openai')?.keyFormats[0]?.example(letters) ?? ''

beforeAll(async () => {
  world = await freshWorld()
  project = await world.project()
  manager = (await world.member('member', { [project.development]: 'manager', [project.staging]: 'manager' })).ctx
})
afterAll(() => world.close())

const place = (environment: string) => ({ project: project.slug, environment })
const create = (environment: string, name: string, value: string) =>
  createKey(manager, { ...place(environment), name, provider: 'openai', value })

describe('an export', () => {
  it('holds every value, asks for a reason and for a manager, and leaves one event without any', async () => {
    const values = { A_KEY: openAiKey(), B_KEY: `it's "quoted"` }
    for (const [name, value] of Object.entries(values)) await create('staging', name, value)
    const ask = { ...place('staging'), reason: 'moving house' }
    expect(parseEnv(await exportKeys(manager, ask))).toEqual(values)
    expect(JSON.parse(await exportKeys(manager, { ...ask, format: 'json' }))).toEqual(values)
    const developer = await world.member('member', { [project.staging]: 'developer' })
    await expect(exportKeys(developer.ctx, ask)).rejects.toThrow(/role does not allow/)
    await expect(exportKeys(manager, { ...place('staging'), reason: '' })).rejects.toThrow()
    const events = (await world.events({ action: 'key.export' })).filter(({ outcome }) => outcome === 'allowed')
    expect(events.map(({ body }) => JSON.parse(body))).toEqual(
      Array.from({ length: 2 }, () =>
        expect.objectContaining({ reason: 'moving house', after: { keys: { A_KEY: 1, B_KEY: 1 } } }),
      ),
    )
    expect(events.some(({ body }) => body.includes(values.A_KEY))).toBe(false)
  })
})

describe('taking an import back', () => {
  it('deletes what was added and gives what was changed its value before, as one', async () => {
    const [first, second, added] = [openAiKey(), openAiKey(), openAiKey()]
    const { id } = await create('development', 'CHANGED_OPENAI_KEY', first)
    const text = `CHANGED_OPENAI_KEY=${second}\nADDED_OPENAI_KEY=${added}`
    const imported = await importKeys(manager, { ...place('development'), format: 'dotenv', text, dryRun: false })
    expect((await revealKey(manager, id, {})).value).toBe(second)
    expect(await undoImport(manager, imported.id ?? '')).toEqual({ deleted: 1, restored: 1 })
    expect(await revealKey(manager, id, {})).toEqual({ value: first, version: 1 })
    const left = await world.db.key.findMany({ where: { environmentId: project.development, deletedAt: null } })
    expect(left.map(({ name }) => name)).toEqual(['CHANGED_OPENAI_KEY'])
    await expect(undoImport(manager, imported.id ?? '')).rejects.toThrow(/taken back already/)
    const next = await replaceValue(manager, id, { value: openAiKey() })
    expect(next.version).toBe(3)
  })

  it('takes nothing back where one of its keys was changed since', async () => {
    const { id } = await create('development', 'AGAIN_OPENAI_KEY', openAiKey())
    const text = `AGAIN_OPENAI_KEY=${openAiKey()}\nNEW_OPENAI_KEY=${openAiKey()}`
    const imported = await importKeys(manager, { ...place('development'), format: 'dotenv', text, dryRun: false })
    const value = openAiKey()
    await replaceValue(manager, id, { value })
    await expect(undoImport(manager, imported.id ?? '')).rejects.toThrow(/Nothing was taken back/)
    expect((await revealKey(manager, id, {})).value).toBe(value)
    expect(await world.db.key.count({ where: { name: 'NEW_OPENAI_KEY', deletedAt: null } })).toBe(1)
    expect((await world.db.keyImport.findUniqueOrThrow({ where: { id: imported.id ?? '' } })).undoneAt).toBeNull()
  })
})
