import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DUE_KEYS } from '#lib/access/find-due-keys'
import { createKey } from '#lib/keys/create-key'
import { deleteKey } from '#lib/keys/delete-key'
import { editKey } from '#lib/keys/edit-key'
import { findKey } from '#lib/keys/find-key'
import { replaceValue } from '#lib/keys/replace-value'
import { findPolicy } from '#lib/rotation-policies/find-policy'
import { removePolicy } from '#lib/rotation-policies/remove-policy'
import { setPolicy } from '#lib/rotation-policies/set-policy'
import { startDueRotations } from '#lib/rotations/start-due-rotations'
import { automatedWorld, carryOn } from '../rotation-engine/automated-world.ts'
import { randomKey } from '../support/random-key.ts'

const DAY_MS = 86_400_000
let setting: Awaited<ReturnType<typeof automatedWorld>>
let owner: Awaited<ReturnType<(typeof setting)['world']['member']>>
let count = 0

beforeAll(async () => {
  setting = await automatedWorld()
  owner = await setting.world.member('owner')
})
afterAll(() => setting.close())

async function store(more: object = {}) {
  count += 1
  const place = { project: setting.project.slug, environment: 'development' }
  return createKey(owner.ctx, { ...place, name: `POLICY_${count}`, provider: 'openai', value: randomKey(), ...more })
}
const daysLeft = async (id: string) => {
  const { rotation } = await findKey(owner.ctx, id)
  return rotation.dueAt === null ? null : Math.round((Date.parse(rotation.dueAt) - Date.now()) / DAY_MS)
}

describe('a policy', () => {
  it('of a project holds for its keys, an environment’s before it, and a key’s before both', async () => {
    const { id } = await store()
    expect(await daysLeft(id)).toBeNull()
    await setPolicy(owner.ctx, 'project', setting.project.id, { everyDays: 90 })
    expect(await daysLeft(id)).toBe(90)
    await setPolicy(owner.ctx, 'environment', setting.project.development, { everyDays: 30 })
    expect(await daysLeft(id)).toBe(30)
    await setPolicy(owner.ctx, 'key', id, { everyDays: 7, backupEmail: setting.manager.email })
    expect(await daysLeft(id)).toBe(7)
    const policy = await findPolicy(owner.ctx, 'key', id)
    expect(policy.effective).toMatchObject({ everyDays: 7, overlapHours: 24, leadDays: [30, 14, 7, 1] })
    expect(policy.effective.backup?.id).toBe(setting.manager.id)
    expect(policy.nextDates.map((date) => Math.round((Date.parse(date) - Date.now()) / DAY_MS))).toEqual([7, 14, 21])
    await removePolicy(owner.ctx, 'key', id)
    expect(await daysLeft(id)).toBe(30)
    await removePolicy(owner.ctx, 'environment', setting.project.development)
    await removePolicy(owner.ctx, 'project', setting.project.id)
    expect(await daysLeft(id)).toBeNull()
  })

  it('counts from the value that the key has, and says nothing of a deleted one', async () => {
    const { id } = await store({ rotateEveryDays: 10 })
    await setting.world.db.key.update({ where: { id }, data: { versionCreatedAt: new Date(Date.now() - 4 * DAY_MS) } })
    expect(await daysLeft(id)).toBe(6)
    await replaceValue(owner.ctx, id, { value: randomKey() })
    expect(await daysLeft(id)).toBe(10)
    await deleteKey(owner.ctx, id)
    expect(await setting.world.db.key.findUnique({ where: { id } })).toMatchObject({ rotationDueAt: null })
  })

  it('may ask for one rotation on a day, for a key alone', async () => {
    const { id } = await store()
    const rotateAt = new Date(Date.now() + 3 * DAY_MS).toISOString()
    const policy = await setPolicy(owner.ctx, 'key', id, { rotateAt })
    expect(policy.nextDates).toEqual([rotateAt])
    expect(await daysLeft(id)).toBe(3)
    await expect(setPolicy(owner.ctx, 'project', setting.project.id, { rotateAt })).rejects.toThrow(/Only a key/)
  })

  it('lets nobody keep a key longer than it allows', async () => {
    const { id } = await store({ rotateEveryDays: 300 })
    await setPolicy(owner.ctx, 'project', setting.project.id, { maxAgeDays: 60 })
    expect(await daysLeft(id)).toBe(60)
    await expect(editKey(owner.ctx, id, { rotateEveryDays: 61 })).rejects.toThrow(/no key be older than 60 days/)
    await expect(store({ rotateEveryDays: 90 })).rejects.toThrow(/no key be older than 60 days/)
    await expect(setPolicy(owner.ctx, 'environment', setting.project.development, { everyDays: 61 })).rejects.toThrow(
      /wider policy lets no key be older/,
    )
    await removePolicy(owner.ctx, 'project', setting.project.id)
  })

  it('moves by no daylight saving: a day is 24 hours, wherever the database thinks that it is', async () => {
    const { id } = await store({ rotateEveryDays: 30 })
    const client = new Client({ connectionString: setting.world.adminUrl })
    await client.connect()
    await client.query("SET TIME ZONE 'Europe/Berlin'")
    await client.query(`UPDATE keys SET version_created_at = '2026-03-15T12:00:00Z' WHERE id = $1`, [id])
    const { rows } = await client.query('SELECT rotation_due_at FROM keys WHERE id = $1', [id])
    await client.end()
    expect(rows[0].rotation_due_at.toISOString()).toBe('2026-04-14T12:00:00.000Z')
  })
})

describe('a key that is due', () => {
  it('is rotated by itself where it has an automation, once, however often it is looked for', async () => {
    const { world } = setting
    const { keyId, account } = await setting.automate()
    await setPolicy(owner.ctx, 'key', keyId, { everyDays: 30, overlapHours: 0 })
    await startDueRotations()
    expect(await world.db.rotation.count({ where: { keyId } })).toBe(0)
    await world.db.key.update({ where: { id: keyId }, data: { versionCreatedAt: new Date(Date.now() - 95 * DAY_MS) } })
    await Promise.all([startDueRotations(), startDueRotations()])
    const [begun, ...more] = await world.db.rotation.findMany({ where: { keyId } })
    expect(more).toEqual([])
    expect(begun).toMatchObject({ mode: 'automatic', memberName: 'Rotation policy', overlapHours: 0 })
    await carryOn(world, begun?.id ?? '')
    await startDueRotations()
    expect(await world.db.rotation.count({ where: { keyId } })).toBe(1)
    expect(await findKey(owner.ctx, keyId)).toMatchObject({ version: 2 })
    expect(account.ledger.live()).toHaveLength(1)
  })

  it('waits for a person where the policy says so', async () => {
    const { keyId } = await setting.automate()
    await setPolicy(owner.ctx, 'key', keyId, { everyDays: 1, byItself: false })
    await setting.world.db.key.update({ where: { id: keyId }, data: { versionCreatedAt: new Date(0) } })
    await startDueRotations()
    expect(await setting.world.db.rotation.count({ where: { keyId } })).toBe(0)
  })

  it('is found among 20,000 by an index, in under 200 ms', async () => {
    const { world, project } = setting
    const client = new Client({ connectionString: world.adminUrl })
    await client.connect()
    await client.query(
      `INSERT INTO keys (id, project_id, environment_id, name, provider, masked, fingerprint, rotate_every_days, version_created_at, is_automated, updated_at)
       SELECT 'key_due' || n, $1, $2, 'DUE_' || n, 'openai', '', '', 30 + n % 60, now() - (n % 31) * interval '1 day', true, now()
       FROM generate_series(1, 20000) n`,
      [project.id, project.staging],
    )
    await client.query('ANALYZE keys')
    const { rows } = await client.query(`EXPLAIN ${DUE_KEYS.replace('$1', '50')}`)
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toContain('keys_rotation_due_at_id_idx')
    expect(plan).not.toMatch(/Seq Scan on keys/)
    const spent: number[] = []
    for (let run = 0; run < 5; run += 1) {
      const started = performance.now()
      await client.query(DUE_KEYS, [50])
      spent.push(performance.now() - started)
    }
    await client.end()
    expect(Math.min(...spent)).toBeLessThan(200)
  })
})
