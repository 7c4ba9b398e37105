import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelBulkChange } from '#lib/bulk-changes/cancel-bulk-change'
import { createBulkChange } from '#lib/bulk-changes/create-bulk-change'
import { findBulkChange } from '#lib/bulk-changes/find-bulk-change'
import { runBulkChange } from '#lib/bulk-changes/run-bulk-change'
import { findExposure } from '#lib/exposure/find-exposure'
import { createKey } from '#lib/keys/create-key'
import { findKey } from '#lib/keys/find-key'
import { revealKey } from '#lib/keys/reveal-key'
import { findRotation } from '#lib/rotations/find-rotation'
import { createScopedKey } from '#lib/scoped-keys/create-scoped-key'
import { automatedWorld, carryOn, rotate } from '../rotation-engine/automated-world.ts'
import { callRoute } from '../support/call-route.ts'
import { eventually } from '../support/eventually.ts'
import { idleQueues } from '../support/idle-queues.ts'
import { randomKey } from '../support/random-key.ts'

let setting: Awaited<ReturnType<typeof automatedWorld>>
let count = 0

beforeAll(async () => {
  setting = await automatedWorld()
  // What is put into the queue stays there until a test takes it up.
  await setting.world.work(idleQueues)
})
afterAll(() => setting.close())

const run = (id: string, signal = new AbortController().signal) => runBulkChange({ bulkChangeId: id }, signal)
async function store(environment = 'development', more: object = {}) {
  count += 1
  const place = { project: setting.project.slug, environment, provider: 'openai' }
  return createKey(setting.world.operator, { ...place, name: `BULK_${count}`, value: randomKey(), ...more })
}

describe('a change of many keys', () => {
  it('rotates those that Claviger makes, and says of each other why not', async () => {
    const { manager, world } = setting
    const automated = await setting.automate()
    const byHand = await store()
    const hidden = await store('staging')
    const ids = [automated.keyId, byHand.id, hidden.id]
    const made = await createBulkChange(manager.ctx, { kind: 'rotate', ids, overlapHours: 0 })
    expect(made).toMatchObject({ state: 'running', counts: { total: 3, waiting: 3 } })
    await run(made.id)
    const begun = await findBulkChange(manager.ctx, made.id)
    expect(begun).toMatchObject({ state: 'ended', counts: { done: 1, refused: 2 } })
    expect(begun.items[1]).toMatchObject({
      name: byHand.name,
      reason: expect.stringContaining('Nothing makes keys at OpenAI'),
    })
    expect(begun.items[2]).toMatchObject({ name: null, state: 'refused' })
    await carryOn(world, begun.items[0]?.rotation?.id ?? '')
    expect((await findBulkChange(manager.ctx, made.id)).items[0]?.rotation).toMatchObject({ state: 'completed' })
  })

  it('revokes, and gives an owner, each with an event of its own', async () => {
    const { manager, world } = setting
    const [one, other] = [await store(), await store()]
    const owned = await createBulkChange(manager.ctx, {
      kind: 'own',
      ids: [one.id, other.id],
      ownerEmail: manager.email,
    })
    await run(owned.id)
    expect((await findKey(manager.ctx, one.id)).owner?.email).toBe(manager.email)
    const revoked = await createBulkChange(manager.ctx, {
      kind: 'revoke',
      ids: [one.id, other.id],
      reason: 'The laptop was lost.',
    })
    await run(revoked.id)
    expect(await findKey(manager.ctx, other.id)).toMatchObject({ status: 'revoked' })
    const events = await world.db.auditEvent.findMany({
      where: { action: 'key.revoke', keyId: { in: [one.id, other.id] } },
    })
    expect(events.map(({ reason }) => reason)).toEqual(['The laptop was lost.', 'The laptop was lost.'])
  })

  it('that is stopped halfway is taken up again, and cancelled begins nothing more', async () => {
    const { manager, world } = setting
    const keys = [await store(), await store(), await store()]
    const ids = keys.map(({ id }) => id)
    const change = await createBulkChange(manager.ctx, { kind: 'own', ids, ownerEmail: manager.email })
    const stopped = new AbortController()
    stopped.abort()
    await expect(run(change.id, stopped.signal)).rejects.toThrow()
    await world.db.bulkChangeItem.updateMany({ where: { keyId: ids[0] }, data: { state: 'running' } })
    await run(change.id)
    expect((await findBulkChange(manager.ctx, change.id)).counts).toMatchObject({ done: 3 })
    const cancelled = await createBulkChange(manager.ctx, { kind: 'revoke', ids, reason: 'x' })
    await cancelBulkChange(manager.ctx, cancelled.id)
    await run(cancelled.id)
    expect(await findBulkChange(manager.ctx, cancelled.id)).toMatchObject({
      state: 'cancelled',
      counts: { cancelled: 3 },
    })
    expect((await findKey(manager.ctx, ids[0] ?? '')).status).not.toBe('revoked')
  })

  it('ends with the rights of whoever asked for it', async () => {
    const { manager, world } = setting
    const key = await store()
    const change = await createBulkChange(manager.ctx, { kind: 'revoke', ids: [key.id], reason: 'x' })
    await world.db.member.update({ where: { id: manager.id }, data: { disabledAt: new Date() } })
    await run(change.id)
    await world.db.member.update({ where: { id: manager.id }, data: { disabledAt: null } })
    const [item] = (await findBulkChange(manager.ctx, change.id)).items
    expect(item).toMatchObject({ state: 'refused', reason: expect.stringContaining('the member is disabled') })
  })
})

describe('a compromised key', () => {
  it('shows who had it and from where, what may get it, and which keys hold the same', async () => {
    const { manager, project, world } = setting
    const value = randomKey()
    const key = await store('development', { value })
    const twin = await store('production', { value })
    const place = { project: project.slug, environment: 'development' }
    const program = await createScopedKey(manager.ctx, { ...place, name: 'billing-worker', keyNames: [key.name] })
    await callRoute('GET', `/fetch/${project.slug}/development`, { token: program.secret })
    await revealKey(manager.ctx, key.id, {})
    const exposure = await findExposure(manager.ctx, key.id)
    expect(exposure.consumers.map(({ name, addresses, hasCurrent }) => [name, addresses, hasCurrent]).sort()).toEqual(
      [
        ['The member', ['192.0.2.7'], true],
        ['billing-worker', ['192.0.2.7'], true],
      ].sort(),
    )
    expect(exposure.sameValue.map(({ id }) => id)).toEqual([twin.id])
    expect(exposure.scopedKeys.map(({ name }) => name)).toContain('billing-worker')
    expect(JSON.stringify(exposure)).not.toContain(value)
    const viewer = await world.member('member', { [project.development]: 'viewer' })
    await expect(findExposure(viewer.ctx, key.id)).rejects.toThrow(/role/)
  })

  it('is replaced, and the old value ended at once, whoever still has it', async () => {
    const { manager, world, project } = setting
    const key = await setting.automate()
    const { name } = await findKey(manager.ctx, key.keyId)
    const place = { project: project.slug, environment: 'development' }
    const program = await createScopedKey(manager.ctx, { ...place, name: 'a program', keyNames: [name] })
    await callRoute('GET', `/fetch/${project.slug}/development`, { token: program.secret })
    const { id } = await rotate(manager, key.keyId, {
      emergency: true,
      overlapHours: 48,
      reason: 'It was in a public repository.',
    })
    await carryOn(world, id)
    expect(await findRotation(manager.ctx, id)).toMatchObject({ state: 'completed', emergency: true })
    await eventually(() => expect(key.account.ledger.live().some(({ value }) => value === key.first)).toBe(false))
  })
})
