import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chainCode, chainKey } from '#lib/audit/chain'
import { auditEntry } from '#lib/audit/event'
import { record } from '#lib/audit/record'
import { verifyChain } from '#lib/audit-log/verify-chain'
import { freshWorld, type World } from '../support/world.ts'

let world: World
let owner: Client

beforeEach(async () => {
  world = await freshWorld()
  owner = new Client({ connectionString: world.adminUrl })
  await owner.connect()
  for (const name of ['first', 'second', 'third', 'fourth']) await append(name)
})
afterEach(async () => {
  await owner.end()
  await world.close()
})

describe('the audit chain', () => {
  it('verifies when nobody touched it', async () => {
    expect(await verifyChain(world.operator)).toMatchObject({
      valid: true,
      events: 4,
      firstSeq: 1,
      lastSeq: 4,
      bad: [],
      gaps: [],
    })
  })

  it('has codes that another implementation computes from the same bytes', async () => {
    const rows = await world.events()
    let previous: Buffer = Buffer.alloc(32)
    for (const { seq, at, body, mac } of rows) {
      expect(Buffer.from(mac)).toEqual(chainCode(world.runtime.keyring.chainKey, previous, seq, at.toISOString(), body))
      previous = Buffer.from(mac)
    }
    expect(rows).toHaveLength(4)
  })

  it.each([
    ['an edited body', `UPDATE audit_events SET body = replace(body, 'second', 'zecond') WHERE seq = 2`, [2]],
    ['a body that is no JSON', `UPDATE audit_events SET body = '{' WHERE seq = 2`, [2]],
    [
      'an edited column beside an untouched body',
      `UPDATE audit_events SET actor_name = 'somebody else' WHERE seq = 3`,
      [3],
    ],
    ['a column that was emptied', `UPDATE audit_events SET target_id = NULL WHERE seq = 3`, [3]],
    ['an edited time', `UPDATE audit_events SET at = at - interval '1 day' WHERE seq = 1`, [1]],
    [
      'two events that changed places',
      `UPDATE audit_events a SET body = b.body, id = b.id || '~', target_name = b.target_name FROM audit_events b WHERE (a.seq, b.seq) IN ((2, 3), (3, 2))`,
      [2, 3],
    ],
  ])('shows %s', async (_, tampering, bad) => {
    await tamper(tampering)
    expect(await verifyChain(world.operator)).toMatchObject({ valid: false, bad })
  })

  it('shows a deleted event as a gap', async () => {
    await tamper('DELETE FROM audit_events WHERE seq = 2')
    expect(await verifyChain(world.operator)).toMatchObject({ valid: false, gaps: [3], bad: [3] })
  })

  it('shows a deleted first event', async () => {
    await tamper('DELETE FROM audit_events WHERE seq = 1')
    expect(await verifyChain(world.operator)).toMatchObject({ valid: false, gaps: [2] })
  })

  it('shows an event that was slipped in', async () => {
    await tamper(
      `INSERT INTO audit_events SELECT 5, 'evt_forged', now(), body, mac, actor_type, actor_id, actor_name, action, outcome FROM audit_events WHERE seq = 4`,
    )
    expect(await verifyChain(world.operator)).toMatchObject({ valid: false, bad: [5], headMatches: false })
  })

  it('shows a tail that was cut off', async () => {
    await tamper('DELETE FROM audit_events WHERE seq > 2')
    expect(await verifyChain(world.operator)).toMatchObject({ valid: false, headMatches: false })
  })

  it('shows a chain that was written anew under another key', async () => {
    const forger = chainKey(Buffer.alloc(32, 9))
    await tamper(`TRUNCATE audit_events; UPDATE audit_heads SET seq = 0, mac = decode(repeat('00', 32), 'hex')`)
    await owner.query('SELECT append_audit_event($1, $2, $3, $4)', [
      'evt_a',
      entry('forged').body,
      forger.inner,
      forger.outer,
    ])
    expect(await verifyChain(world.operator)).toMatchObject({ valid: false, bad: [1] })
  })

  it('lets the application neither edit, delete nor empty the log, nor move its end', async () => {
    for (const sql of [
      `UPDATE audit_events SET reason = 'x'`,
      'DELETE FROM audit_events',
      'TRUNCATE audit_events',
      'UPDATE audit_heads SET seq = 0',
    ]) {
      await expect(world.db.$executeRawUnsafe(sql)).rejects.toThrow(/permission denied/)
    }
    await expect(owner.query('DELETE FROM audit_events')).rejects.toThrow('append-only')
  })

  it('keeps one unbroken order when many write at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => append(`parallel ${index}`)))
    expect(await verifyChain(world.operator)).toMatchObject({ valid: true, events: 44, lastSeq: 44 })
  })

  it('holds names with NUL, broken surrogates and marks that turn the reading order, without failing or misleading', async () => {
    await append('nul \u0000 lone \ud800 turn \u202e backslash \\u0000 é ☃ 😀')
    const [last] = (await world.events()).slice(-1)
    expect(last?.body).not.toMatch(/\u202e/)
    expect(last?.targetName).toContain('é ☃ 😀')
    expect(await verifyChain(world.operator)).toMatchObject({ valid: true, events: 5 })
  })
})

function entry(name: string) {
  return auditEntry(world.operator, 'key.create', 'allowed', { target: { type: 'key', id: `key_${name}`, name } })
}

function append(name: string) {
  return record(world.db, world.runtime.keyring.chainKey, entry(name))
}

/** What only the owner of the tables could do. */
async function tamper(sql: string) {
  await owner.query('ALTER TABLE audit_events DISABLE TRIGGER audit_events_append_only')
  await owner.query(sql)
}
