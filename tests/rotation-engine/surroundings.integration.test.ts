import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { deleteEnvironment } from '#lib/environments/delete-environment'
import { newId } from '#lib/ids'
import { deleteKey } from '#lib/keys/delete-key'
import { replaceValue } from '#lib/keys/replace-value'
import { revealKey } from '#lib/keys/reveal-key'
import { advanceRotation } from '#lib/rotation-engine/advance-rotation'
import { cancelRotation } from '#lib/rotations/cancel-rotation'
import { findRotation } from '#lib/rotations/find-rotation'
import { automatedWorld, carryOn, passTime, rotate } from './automated-world.ts'

let setting: Awaited<ReturnType<typeof automatedWorld>>

beforeAll(async () => {
  setting = await automatedWorld()
})
afterAll(() => setting.close())
afterEach(() => vi.restoreAllMocks())

const advance = (id: string) => advanceRotation(id, new AbortController().signal)
const find = (id: string) => findRotation(setting.manager.ctx, id)
const asOwner = async (sql: string) => {
  const client = new Client({ connectionString: setting.world.adminUrl })
  await client.connect()
  await client.query(sql)
  await client.end()
}

describe('a clock', () => {
  it.each([
    ['an hour ahead', 3_600_000],
    ['an hour behind', -3_600_000],
    ['a year ahead', 365 * 86_400_000],
  ])('that is %s of the database’s stops everything, with a sentence, until it is set right', async (_, skewMs) => {
    const { keyId, account } = await setting.automate()
    const { id } = await rotate(setting.manager, keyId, { overlapHours: 0 })
    const before = account.counted('mint')
    const real = Date.now
    vi.spyOn(Date, 'now').mockImplementation(() => real() + skewMs)
    await advance(id)
    vi.restoreAllMocks()
    const stopped = await find(id)
    expect(stopped).toMatchObject({ state: 'planned', needsPerson: false })
    expect(stopped.problem).toMatch(/clocks of this machine and of its database differ by \d+ seconds/)
    expect(account.counted('mint')).toBe(before)
    await carryOn(setting.world, id)
    expect(await find(id)).toMatchObject({ state: 'completed' })
  })
})

describe('a database that takes nothing any more', () => {
  it('lets no key be made, and goes on where it was once it does', async () => {
    const { keyId, account } = await setting.automate()
    const { id } = await rotate(setting.manager, keyId, { overlapHours: 0 })
    const before = account.counted('mint')
    await asOwner('ALTER FUNCTION append_audit_event RENAME TO append_audit_event_gone')
    await advance(id).catch(() => {})
    await asOwner('ALTER FUNCTION append_audit_event_gone RENAME TO append_audit_event')
    expect(account.counted('mint')).toBe(before)
    expect(await find(id)).toMatchObject({ state: 'planned' })
    await carryOn(setting.world, id)
    expect(await find(id)).toMatchObject({ state: 'completed' })
  })

  it('after a key was made loses its value, not the key: it is ended, and another is made', async () => {
    const { keyId, account } = await setting.automate()
    const { id } = await rotate(setting.manager, keyId, { overlapHours: 0 })
    const held = account.hold('mint', 'after')
    const advancing = advance(id).catch(() => {})
    await held.reached
    await asOwner('ALTER FUNCTION append_audit_event RENAME TO append_audit_event_gone')
    held.release()
    await advancing
    await asOwner('ALTER FUNCTION append_audit_event_gone RENAME TO append_audit_event')
    await setting.world.db.rotation.update({ where: { id }, data: { leaseUntil: null, nextAt: new Date(0) } })
    await passTime(setting.world, id)
    await setting.world.db.rotation.update({ where: { id }, data: { mintAskedAt: new Date(Date.now() - 60_000) } })
    await carryOn(setting.world, id)
    expect(await find(id)).toMatchObject({ state: 'completed' })
    const { value } = await revealKey(setting.manager.ctx, keyId, {})
    expect(account.ledger.live().map((key) => key.value)).toContain(value)
    const versions = await setting.world.db.keyVersion.findMany({ where: { keyId } })
    expect(versions.map(({ state }) => state).sort()).toEqual(['current', 'revoked'])
  })
})

describe('a key that somebody changes meanwhile', () => {
  it('keeps what they gave it: what was made is ended at the provider', async () => {
    const { keyId, account } = await setting.automate()
    const { id } = await rotate(setting.manager, keyId)
    const held = account.hold('mint', 'after')
    const advancing = advance(id)
    await held.reached
    const theirs = account.ledger.mint('theirs', { kind: 'serviceAccount' })
    await replaceValue(setting.manager.ctx, keyId, { value: theirs.value })
    held.release()
    await advancing
    await setting.world.db.rotation.update({
      where: { id },
      data: { leaseUntil: null, nextAt: new Date(0), mintAskedAt: new Date(Date.now() - 60_000) },
    })
    await carryOn(setting.world, id)
    expect((await find(id)).state).toBe('failed')
    expect((await revealKey(setting.manager.ctx, keyId, {})).value).toBe(theirs.value)
    expect(account.ledger.live().some(({ name }) => name.includes(id.replace('_', '-')))).toBe(false)
  })
})

describe('a temporary key', () => {
  it('stays temporary when it is rotated, and gets its end back where that is cancelled', async () => {
    const { manager, world } = setting
    const { keyId } = await setting.automate('resend')
    const stored = new Date(Date.now() - 10 * 86_400_000)
    const expiresAt = new Date(stored.getTime() + 30 * 86_400_000)
    await world.db.key.update({ where: { id: keyId }, data: { versionCreatedAt: stored, expiresAt } })
    const { id } = await rotate(manager, keyId, { overlapHours: 5 })
    await advance(id)
    expect(await find(id)).toMatchObject({ state: 'draining' })
    const after = await world.db.key.findUniqueOrThrow({ where: { id: keyId } })
    const days = ((after.expiresAt?.getTime() ?? 0) - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(30)
    await cancelRotation(manager.ctx, id)
    expect(await world.db.key.findUniqueOrThrow({ where: { id: keyId } })).toMatchObject({ expiresAt })
  })
})

describe('an environment', () => {
  it('that was connected, imported into and rotated in can be deleted once its keys are', async () => {
    const { world, project, manager } = setting
    const owner = await world.member('owner')
    const { keyId } = await setting.automate()
    const { id } = await rotate(manager, keyId, { overlapHours: 0 })
    await carryOn(world, id)
    const place = { projectId: project.id, environmentId: project.development }
    const sealed = new Uint8Array([1])
    await world.db.openClawGateway.create({
      data: { id: newId('ocg'), ...place, name: 'A gateway', url: 'http://127.0.0.1:9', sealed },
    })
    await world.db.keyImport.create({
      data: { id: newId('imp'), ...place, added: [], changed: [], before: [], after: [] },
    })
    await world.db.rotationPolicy.create({ data: { id: newId('pol'), environmentId: project.development } })
    const keys = await world.db.key.findMany({ where: { environmentId: project.development, deletedAt: null } })
    for (const key of keys) await deleteKey(owner.ctx, key.id)
    await deleteEnvironment(owner.ctx, project.id, project.development)
    expect(await world.db.environment.count({ where: { id: project.development } })).toBe(0)
    expect(await world.db.rotation.count({ where: { keyId } })).toBe(0)
  })
})
