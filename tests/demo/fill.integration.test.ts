import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '#lib/audit-log/verify-chain'
import { catalog } from '#lib/providers/catalog'
import type { DemoRecord } from '../../lib/tools/demo/demo-record.ts'
import { fill } from '../../lib/tools/demo/fill.ts'
import { demoSettings } from '../../lib/tools/demo/settings.ts'
import { type Lab, startLab } from '../lab/start-lab.ts'
import { freshWorld, type World } from '../support/world.ts'

let folder: string
let lab: Lab
let world: World
let record: DemoRecord
const fillWith = (simulated: Lab) => fill({ lab: simulated, record, save: () => {}, say: () => {} })

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'claviger-demo-test-'))
  lab = await startLab()
  const caFile = path.join(folder, 'ca.pem')
  await writeFile(caFile, lab.ca)
  world = await freshWorld(demoSettings(lab, caFile))
  record = { password: randomBytes(9).toString('base64url'), keys: [] }
  await fillWith(lab)
})
afterAll(async () => {
  await world.close()
  await lab.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('a demo', () => {
  it('shows more than ten verdicts, on keys of a dozen providers', async () => {
    const pairings = await world.db.pairing.findMany({ select: { verdict: true } })
    const verdicts = new Set(pairings.map(({ verdict }) => verdict))
    expect(verdicts.size).toBeGreaterThan(10)
    expect([...verdicts]).toEqual(
      expect.arrayContaining(['paired', 'key_revoked', 'key_expired', 'permission_missing', 'tls_intercepted']),
    )
    const used = await world.db.key.findMany({ distinct: ['provider'], select: { provider: true } })
    expect(used.map(({ provider }) => provider).sort()).toEqual(catalog.map(({ id }) => id).sort())
    const { id: projectId } = await world.db.project.findFirstOrThrow({ where: { name: 'Integrations' } })
    const rest = await world.db.pairing.findMany({ where: { projectId } })
    expect(rest).toHaveLength(await world.db.key.count({ where: { projectId } }))
    expect(rest.filter(({ verdict }) => verdict !== 'paired')).toEqual([])
  })

  it('shows a key that worked before it broke, and a value that stands in two environments', async () => {
    const broken = await world.db.keyState.findFirstOrThrow({ where: { lastVerdict: 'key_revoked' } })
    expect(await verdictsOf(broken.keyId)).toEqual(['paired', 'key_revoked'])
    const shared = await world.db.key.groupBy({ by: ['fingerprint'], having: { fingerprint: { _count: { gt: 1 } } } })
    expect(shared).toHaveLength(1)
  })

  it('has nothing in it that the product did not do: every row has its event, in an unbroken chain', async () => {
    const { db } = world
    const count = async (action: string) => (await world.events({ action, outcome: 'allowed' })).length
    expect((await world.events({ action: 'key.create' })).map(({ keyId }) => keyId).sort()).toEqual(
      (await db.key.findMany({ select: { id: true } })).map(({ id }) => id).sort(),
    )
    expect((await count('key.create')) + (await count('key.replace'))).toBe(await db.keyVersion.count())
    expect((await count('key.test')) + (await count('value.test'))).toBe(await db.pairing.count())
    expect(await count('member.create')).toBe(await db.member.count())
    expect(await count('project.create')).toBe(await db.project.count())
    const owner = await db.member.findFirstOrThrow({ where: { role: 'owner' } })
    expect(await verifyChain(await world.as(owner.id))).toMatchObject({ valid: true })
  })

  it('shows refusals, and values seen in production for a reason', async () => {
    const seen = await world.events({ action: 'key.reveal' })
    expect(seen.filter(({ outcome }) => outcome === 'denied').map(({ actorName }) => actorName)).toEqual([
      'The developer',
      'The auditor',
    ])
    expect(seen.filter(({ outcome, reason }) => outcome === 'allowed' && reason)).toHaveLength(2)
  })

  it('sends every call to the simulated providers', () => {
    expect(lab.requests.some(({ path }) => path === 'api.openai.com:443')).toBe(true)
  })

  it('is not filled again by a later start, whose providers answer its keys as before', async () => {
    const before = await world.events()
    const later = await startLab()
    try {
      await fillWith(later)
      // What the simulated key API has to know again is opened, and that is said.
      const since = (await world.events()).slice(before.length)
      expect(since.map(({ actorName, targetName }) => [actorName, targetName])).toEqual([['Demo', 'OPENAI_BATCH_KEY']])
      expect(later.keyApi('openai').ledger.live().length).toBeGreaterThan(0)
      expect(await statusOf(later, 'valid')).toBe(200)
      expect(await statusOf(later, 'revoked')).toBe(401)
    } finally {
      await later.stop()
    }
  })
})

async function verdictsOf(keyId: string): Promise<string[]> {
  const kept = await world.db.pairing.findMany({ where: { keyId }, orderBy: { startedAt: 'asc' } })
  return kept.map(({ verdict }) => verdict)
}

async function statusOf(simulated: Lab, scenario: string): Promise<number> {
  const key = record.keys.find((one) => one.provider === 'openai' && one.issue.scenario === scenario)
  const headers = { authorization: `Bearer ${key?.issue.value}` }
  return (await fetch(`${simulated.url('openai')}/models`, { headers })).status
}
