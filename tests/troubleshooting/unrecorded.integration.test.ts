import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { createKey } from '#lib/keys/create-key'
import { addOwnAnswer } from '#lib/own-answers/add-own-answer'
import { addLog } from '#lib/troubleshooting/add-log'
import { deleteTroubleshooting } from '#lib/troubleshooting/delete-troubleshooting'
import { editTroubleshooting } from '#lib/troubleshooting/edit-troubleshooting'
import { findTroubleshooting } from '#lib/troubleshooting/find-troubleshooting'
import { prepareTestAgain } from '#lib/troubleshooting/prepare-test-again'
import { prepareTroubleshooting } from '#lib/troubleshooting/prepare-troubleshooting'
import { compareValue } from '#lib/value-proofs/compare-value'
import { offerValueProof } from '#lib/value-proofs/offer-value-proof'
import { proveValue } from '#lib/value-proofs/prove-value'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World } from '../support/world.ts'

let world: World
let ctx: Context
beforeAll(async () => {
  world = await freshWorld({
    CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1',
    CLAVIGER_DNS_COMPARE: '',
    CLAVIGER_CONTROL_HOSTS: '',
  })
  ctx = (await world.member('owner')).ctx
})
afterAll(() => world.close())

async function* bytes(text: string) {
  yield new TextEncoder().encode(text)
}

describe('while the audit log cannot be written', () => {
  it('nothing is searched, compared, masked by the key’s own values, kept or deleted, and nothing is opened', async () => {
    const value = randomKey()
    const place = { project: (await world.project()).slug, environment: 'development', provider: 'openai' }
    const key = await createKey(ctx, { ...place, name: 'KEY', value, baseUrl: 'http://127.0.0.1:9/v1' })
    const { id } = await (await prepareTroubleshooting(ctx, { key: key.id }))()
    const { id: proofId, salt } = await offerValueProof(ctx, id)
    const before = await findTroubleshooting(ctx, id)
    const uses = await world.db.usageEvent.count()
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
        () => prepareTroubleshooting(ctx, { key: key.id }),
        () => prepareTroubleshooting(ctx, { provider: 'openai', value }),
        () => prepareTestAgain(ctx, id, {}),
        () => editTroubleshooting(ctx, id, { answers: { 'basics.message': 'it failed' } }),
        () => editTroubleshooting(ctx, id, { answers: { 'basics.since': 'always' } }),
        () => addLog(ctx, id, bytes('a line\n')),
        () => addOwnAnswer(ctx, id, { status: 401 }),
        () => offerValueProof(ctx, id),
        () => compareValue(ctx, { id, proofId, proof: proveValue(value, salt) }),
        () => deleteTroubleshooting(ctx, id),
      ]) {
        await expect(work()).rejects.toMatchObject({ code: 'unavailable' })
      }
    } finally {
      await rename('append_audit_event_gone', 'append_audit_event')
      keyring.open = open
    }
    expect(opened).toBe(0)
    expect(await world.db.usageEvent.count()).toBe(uses)
    expect(await world.db.valueProof.count()).toBe(1)
    expect(await findTroubleshooting(ctx, id)).toEqual(before)
  })
})

async function rename(from: string, to: string): Promise<void> {
  const client = new Client({ connectionString: world.adminUrl })
  await client.connect()
  await client.query(`ALTER FUNCTION ${from} RENAME TO ${to}`)
  await client.end()
}
