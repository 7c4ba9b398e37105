import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { cleanKey } from '#lib/keys/clean-key'
import { createKey } from '#lib/keys/create-key'
import { deleteKey } from '#lib/keys/delete-key'
import { deleteKeys } from '#lib/keys/delete-keys'
import { editKey } from '#lib/keys/edit-key'
import { findKey } from '#lib/keys/find-key'
import { replaceValue } from '#lib/keys/replace-value'
import { restoreKey } from '#lib/keys/restore-key'
import { revealKey } from '#lib/keys/reveal-key'
import { revokeKey } from '#lib/keys/revoke-key'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World, type WorldProject } from '../support/world.ts'

let world: World
let project: WorldProject
let manager: Context
let developer: Context
let viewer: Context
let stranger: Context

beforeAll(async () => {
  world = await freshWorld()
  project = await world.project()
  const { development, production } = project
  manager = (await world.member('member', { [development]: 'manager', [production]: 'manager' })).ctx
  developer = (await world.member('member', { [development]: 'developer', [production]: 'developer' })).ctx
  viewer = (await world.member('member', { [development]: 'viewer' })).ctx
  stranger = (await world.member('member')).ctx
})
afterAll(() => world.close())

let names = 0
const newKey = (input: Partial<Parameters<typeof createKey>[1]> = {}) =>
  createKey(manager, {
    project: project.slug,
    environment: 'development',
    name: `KEY_${++names}`,
    provider: 'openai',
    value: randomKey(),
    ...input,
  })
const eventsOf = async (keyId: string, action: string) =>
  (await world.events({ action })).filter((event) => event.keyId === keyId)
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  )

describe('creating a key', () => {
  it('answers with everything but the value, and leaves one event without any part of it', async () => {
    const value = randomKey('sk-proj-')
    const key = await newKey({ value, tags: ['billing'], rotateEveryDays: 30, permissions: ['models.read'] })
    expect(key).toMatchObject({
      project: project.slug,
      environment: 'development',
      protected: false,
      version: 1,
      status: 'untested',
      tags: ['billing'],
      rotation: { everyDays: 30 },
      permissions: { declared: ['models.read'], observed: [] },
      lastPairing: null,
      deletedAt: null,
    })
    expect(key.rotation.dueAt).toBe(new Date(Date.parse(key.createdAt) + 30 * 86_400_000).toISOString())
    expect(JSON.stringify(key)).not.toContain(value.slice(8))
    const events = await eventsOf(key.id, 'key.create')
    expect(events).toHaveLength(1)
    expect(events[0]?.body).not.toContain(value.slice(8, 20))
  })

  it('refuses a second key of that name, also of two at once', async () => {
    const { name } = await newKey()
    expect(await code(newKey({ name }))).toBe('conflict')
    const outcomes = await Promise.all([code(newKey({ name: 'TWIN' })), code(newKey({ name: 'TWIN' }))])
    expect(outcomes.sort()).toEqual(['conflict', 'done'])
  })

  it('is refused to developers and viewers, not found by strangers, and each refusal is recorded', async () => {
    const input = { project: project.slug, environment: 'development', name: 'NO', provider: 'openai', value: 'x' }
    const before = (await world.events({ action: 'key.create', outcome: 'denied' })).length
    expect(await code(createKey(developer, input))).toBe('forbidden')
    expect(await code(createKey(viewer, input))).toBe('forbidden')
    expect(await code(createKey(stranger, input))).toBe('not_found')
    expect(await world.events({ action: 'key.create', outcome: 'denied' })).toHaveLength(before + 3)
  })

  it('names the field of an unknown provider, an address that is none and an unknown owner', async () => {
    const refused = (input: Parameters<typeof newKey>[0]) => newKey(input).catch((error) => error.errors?.[0]?.path)
    expect(await refused({ provider: 'nobody' })).toBe('provider')
    expect(await refused({ baseUrl: 'https://user:pass@gateway.example.test/v1' })).toBe('baseUrl')
    expect(await refused({ baseUrl: 'ftp://gateway.example.test' })).toBe('baseUrl')
    expect(await refused({ provider: 'openai-compatible' })).toBe('baseUrl')
    expect(await refused({ ownerEmail: 'nobody@example.test' })).toBe('ownerEmail')
  })
})

describe('a key', () => {
  it('tells that another visible key holds the same value, and keeps quiet about one that is not visible', async () => {
    const value = randomKey()
    const here = await newKey({ value })
    const there = await newKey({ value, environment: 'production' })
    expect((await findKey(manager, here.id)).sameValue).toEqual([
      { id: there.id, name: there.name, project: project.slug, environment: 'production' },
    ])
    expect((await findKey(viewer, here.id)).sameValue).toEqual([])
  })

  it('is not found by somebody without a role in its environment, and that is recorded', async () => {
    const key = await newKey()
    for (const verb of [findKey, deleteKey]) {
      expect(await code(verb(stranger, key.id))).toBe('not_found')
    }
    const denied = (await world.events({ outcome: 'denied' })).filter((event) => event.keyId === key.id)
    expect(denied.map(({ action, targetName }) => [action, targetName])).toEqual([
      ['key.find', key.name],
      ['key.delete', key.name],
    ])
  })
})

describe('editing a key', () => {
  it('changes what is given, and the event tells before and after', async () => {
    const key = await newKey()
    const edited = await editKey(manager, key.id, {
      name: `${key.name}_B`,
      expiresAt: '2030-01-01T00:00:00+02:00',
      notes: 'a note',
    })
    expect(edited).toMatchObject({ name: `${key.name}_B`, expiresAt: '2029-12-31T22:00:00.000Z', notes: 'a note' })
    const [event] = await eventsOf(key.id, 'key.edit')
    const { before, after } = JSON.parse(event?.body ?? '{}')
    expect(before).toMatchObject({ name: key.name, expiresAt: null })
    expect(after).toMatchObject({ name: `${key.name}_B`, notes: '(text)' })
  })

  it('leaves no event when nothing changes, and refuses a taken name and a viewer', async () => {
    const [one, other] = [await newKey(), await newKey()]
    await editKey(manager, one.id, { name: one.name })
    expect(await eventsOf(one.id, 'key.edit')).toHaveLength(0)
    expect(await code(editKey(manager, one.id, { name: other.name }))).toBe('conflict')
    expect(await code(editKey(developer, one.id, { notes: 'x' }))).toBe('forbidden')
    expect(await code(editKey(stranger, one.id, { notes: 'x' }))).toBe('not_found')
  })

  it('forgets the last pairing when the address changes', async () => {
    const key = await newKey()
    await world.db.keyState.update({
      where: { keyId: key.id },
      data: { lastVerdict: 'paired', lastPairingId: 'par_1', lastPairingAt: new Date(), lastGoodVersion: 1 },
    })
    expect((await findKey(manager, key.id)).status).toBe('paired')
    const moved = await editKey(manager, key.id, { baseUrl: 'https://gateway.example.test/v1' })
    expect(moved).toMatchObject({ status: 'untested', lastPairing: null })
    expect(await world.db.keyState.findUnique({ where: { keyId: key.id } })).toMatchObject({ lastGoodVersion: 1 })
  })
})

describe('deleting a key', () => {
  it('takes it away until it is restored, with one event each', async () => {
    const key = await newKey()
    await deleteKey(manager, key.id)
    expect(await code(findKey(manager, key.id))).toBe('not_found')
    expect(await code(revealKey(manager, key.id, {}))).toBe('not_found')
    expect(await code(deleteKey(manager, key.id))).toBe('not_found')
    expect(await restoreKey(manager, key.id)).toMatchObject({ id: key.id, deletedAt: null })
    expect(await code(restoreKey(manager, key.id))).toBe('conflict')
    expect(await eventsOf(key.id, 'key.delete')).toHaveLength(1)
    expect(await eventsOf(key.id, 'key.restore')).toHaveLength(1)
  })

  it('frees its name, and restoring says so when the name was taken meanwhile', async () => {
    const key = await newKey()
    await deleteKey(manager, key.id)
    await newKey({ name: key.name })
    await expect(restoreKey(manager, key.id)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(key.name),
    })
  })

  it('of many tells each outcome, and one refusal keeps none of the others', async () => {
    const [one, two] = [await newKey(), await newKey({ environment: 'production' })]
    const partly = (await world.member('member', { [project.development]: 'manager' })).ctx
    const { items } = await deleteKeys(partly, [one.id, two.id, 'key_none', one.id])
    expect(items.map(({ id, outcome }) => [id, outcome])).toEqual([
      [one.id, 'deleted'],
      [two.id, 'refused'],
      ['key_none', 'refused'],
    ])
    expect(await findKey(manager, two.id)).toMatchObject({ deletedAt: null })
  })

  it('is refused to developers', async () => {
    const key = await newKey()
    expect(await code(deleteKey(developer, key.id))).toBe('forbidden')
  })
})

describe('replacing a value', () => {
  it('makes a new version current and keeps the old one as previous', async () => {
    const key = await newKey()
    const value = randomKey()
    expect(await replaceValue(manager, key.id, { value, reason: 'leaked' })).toMatchObject({
      version: 2,
      status: 'untested',
    })
    expect(await revealKey(developer, key.id, {})).toEqual({ value, version: 2 })
    const versions = await world.db.keyVersion.findMany({ where: { keyId: key.id }, orderBy: { number: 'asc' } })
    expect(versions.map(({ number, state }) => [number, state])).toEqual([
      [1, 'previous'],
      [2, 'current'],
    ])
    const events = await eventsOf(key.id, 'key.replace')
    expect(events.map(({ reason }) => reason)).toEqual(['leaked'])
    expect(events[0]?.body).not.toContain(value.slice(-8))
  })

  it('refuses the value that is current already', async () => {
    const value = randomKey()
    const key = await newKey({ value })
    expect(await code(replaceValue(manager, key.id, { value }))).toBe('conflict')
  })

  it('never leaves two current versions, however many replace at once', async () => {
    const key = await newKey()
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => code(replaceValue(manager, key.id, { value: randomKey() }))),
    )
    expect(new Set(outcomes)).toEqual(new Set(['done', 'conflict']))
    const versions = await world.db.keyVersion.findMany({ where: { keyId: key.id } })
    const done = outcomes.filter((outcome) => outcome === 'done').length
    expect(versions).toHaveLength(done + 1)
    expect(versions.filter(({ state }) => state === 'current')).toHaveLength(1)
    expect(await eventsOf(key.id, 'key.replace')).toHaveLength(done)
    expect((await findKey(manager, key.id)).version).toBe(done + 1)
  })

  it('is refused to developers and not found by strangers', async () => {
    const key = await newKey()
    expect(await code(replaceValue(developer, key.id, { value: 'x' }))).toBe('forbidden')
    expect(await code(replaceValue(stranger, key.id, { value: 'x' }))).toBe('not_found')
  })
})

describe('storing a value without its hidden characters', () => {
  it('makes a new version of the same key, in two events that hold neither value', async () => {
    const clean = randomKey()
    const key = await newKey({ value: `\u201c${clean}\u200b\u201d\n` })
    expect(await cleanKey(manager, key.id)).toMatchObject({ version: 2 })
    expect(await revealKey(developer, key.id, {})).toEqual({ value: clean, version: 2 })
    const events = [...(await eventsOf(key.id, 'key.clean')), ...(await eventsOf(key.id, 'key.replace'))]
    expect(events).toHaveLength(2)
    expect(JSON.stringify(events, (_, part) => (typeof part === 'bigint' ? String(part) : part))).not.toContain(clean)
  })

  it('changes nothing where there is nothing to remove', async () => {
    const key = await newKey()
    expect(await code(cleanKey(manager, key.id))).toBe('conflict')
    expect((await findKey(manager, key.id)).version).toBe(1)
  })

  it('does not bring an older value back when somebody replaces it meanwhile', async () => {
    const key = await newKey({ value: `${randomKey()}\u200b` })
    const next = randomKey()
    const outcomes = await Promise.all([
      code(replaceValue(manager, key.id, { value: next })),
      code(cleanKey(manager, key.id)),
    ])
    expect(outcomes).toContain('done')
    const { value } = await revealKey(developer, key.id, {})
    expect(value === next).toBe(outcomes[0] === 'done')
  })

  it('is refused to developers and not found by strangers', async () => {
    const key = await newKey({ value: `${randomKey()}\u200b` })
    expect(await code(cleanKey(developer, key.id))).toBe('forbidden')
    expect(await code(cleanKey(stranger, key.id))).toBe('not_found')
  })
})

describe('revealing a value', () => {
  it('gives back the very bytes, and leaves one event and one use', async () => {
    const value = `-----BEGIN-----\n${randomKey()}\u200b\r\n\t"quoted" ключ 🔑\n-----END-----\n`
    const key = await newKey({ value })
    expect(await revealKey(developer, key.id, { copy: true })).toEqual({ value, version: 1 })
    expect(await eventsOf(key.id, 'key.reveal')).toHaveLength(1)
    const uses = await world.db.usageEvent.findMany({ where: { keyId: key.id } })
    expect(uses.map(({ kind, version, address }) => [kind, version, address])).toEqual([['copy', 1, '192.0.2.7']])
    expect((await findKey(manager, key.id)).lastUsedAt).not.toBeNull()
  })

  it('asks for a reason in a protected environment, and records it', async () => {
    const key = await newKey({ environment: 'production' })
    await expect(revealKey(developer, key.id, {})).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ path: 'reason' }],
    })
    expect(await eventsOf(key.id, 'key.reveal')).toHaveLength(0)
    await revealKey(developer, key.id, { reason: 'outage' })
    expect((await eventsOf(key.id, 'key.reveal')).map(({ reason }) => reason)).toEqual(['outage'])
  })

  it.each([
    ['step_up_required', { requireStepUp: true }],
    ['approval_required', { requireApproval: true }],
  ])('answers %s where that switch is on, and records the refusal', async (expected, switches) => {
    const key = await newKey()
    await world.db.environment.update({ where: { id: project.development }, data: switches })
    try {
      expect(await code(revealKey(developer, key.id, {}))).toBe(expected)
      expect((await eventsOf(key.id, 'key.reveal')).map(({ outcome }) => outcome)).toEqual(['failed'])
    } finally {
      await world.db.environment.update({
        where: { id: project.development },
        data: { requireStepUp: false, requireApproval: false },
      })
    }
  })

  it('is refused to viewers', async () => {
    const key = await newKey()
    expect(await code(revealKey(viewer, key.id, {}))).toBe('forbidden')
    expect((await eventsOf(key.id, 'key.reveal')).map(({ outcome }) => outcome)).toEqual(['denied'])
  })
})

describe('revoking a key', () => {
  it('marks it and every version, until a new value is stored', async () => {
    const key = await newKey()
    await replaceValue(manager, key.id, { value: randomKey() })
    expect(await revokeKey(manager, key.id, 'leaked')).toMatchObject({ status: 'revoked' })
    const states = async () =>
      (await world.db.keyVersion.findMany({ where: { keyId: key.id }, orderBy: { number: 'asc' } })).map(
        ({ state }) => state,
      )
    expect(await states()).toEqual(['revoked', 'revoked'])
    expect(await code(revokeKey(manager, key.id, 'again'))).toBe('conflict')
    expect(await replaceValue(manager, key.id, { value: randomKey() })).toMatchObject({
      status: 'untested',
      version: 3,
    })
    expect(await states()).toEqual(['revoked', 'revoked', 'current'])
    expect((await eventsOf(key.id, 'key.revoke')).map(({ reason, outcome }) => [reason, outcome])).toEqual([
      ['leaked', 'allowed'],
    ])
  })

  it('is refused to developers and not found by strangers', async () => {
    const key = await newKey()
    expect(await code(revokeKey(developer, key.id, 'x'))).toBe('forbidden')
    expect(await code(revokeKey(stranger, key.id, 'x'))).toBe('not_found')
  })
})
