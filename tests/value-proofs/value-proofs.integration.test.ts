import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { createKey } from '#lib/keys/create-key'
import { replaceValue } from '#lib/keys/replace-value'
import { findTroubleshooting } from '#lib/troubleshooting/find-troubleshooting'
import { prepareTroubleshooting } from '#lib/troubleshooting/prepare-troubleshooting'
import { compareValue } from '#lib/value-proofs/compare-value'
import { offerValueProof } from '#lib/value-proofs/offer-value-proof'
import { proveValue } from '#lib/value-proofs/prove-value'
import { runClaviger } from '../cli/run-claviger.ts'
import { callRoute } from '../support/call-route.ts'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World, type WorldProject } from '../support/world.ts'

const run = promisify(execFile)
let world: World
let project: WorldProject
let manager: Context
let developerId: string
let developer: Context
let viewer: Context
let stranger: Context

beforeAll(async () => {
  world = await freshWorld({
    CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1',
    CLAVIGER_DNS_COMPARE: '',
    CLAVIGER_CONTROL_HOSTS: '',
  })
  project = await world.project()
  manager = (await world.member('member', { [project.development]: 'manager' })).ctx
  const member = await world.member('member', { [project.development]: 'developer' })
  developerId = member.id
  developer = member.ctx
  viewer = (await world.member('member', { [project.development]: 'viewer' })).ctx
  stranger = (await world.member('member', { [project.staging]: 'manager' })).ctx
})
afterAll(() => world.close())

let names = 0
async function searched(values: string[] = [randomKey()]) {
  const [first = '', ...later] = values
  // Nobody listens there: the test ends at once.
  const key = await createKey(manager, {
    project: project.slug,
    environment: 'development',
    name: `KEY_${++names}`,
    provider: 'openai',
    baseUrl: 'http://127.0.0.1:9/v1',
    value: first,
  })
  for (const value of later) await replaceValue(manager, key.id, { value })
  const { id } = await (await prepareTroubleshooting(developer, { key: key.id }))()
  return { id, key }
}
const usesOf = (keyId: string) => world.db.usageEvent.findMany({ where: { keyId, kind: 'compare' } })
const eventsOf = async (id: string) =>
  (await world.events({ action: 'troubleshooting.prove' })).filter(({ targetId }) => targetId === id)

describe('a proof of the value', () => {
  it('of an older version concludes that the application is stale, and opens nothing before that is recorded', async () => {
    const [old, current] = [randomKey(), randomKey()]
    const { id, key } = await searched([old, current])
    const { salt, id: proofId } = await offerValueProof(developer, id)
    expect(await usesOf(key.id)).toHaveLength(0)
    const found = await compareValue(developer, { id, proofId, proof: proveValue(old, salt) })
    expect(found.conclusion).toMatchObject({ verdict: 'application_key_stale', confidence: 'proven', fromStep: 'key' })
    expect(found.valueProofs).toMatchObject([
      { outcome: 'older', version: 1, replacedAt: expect.any(String), by: { id: developerId } },
    ])
    expect(await usesOf(key.id)).toMatchObject([{ version: 2 }])
    const events = await eventsOf(id)
    expect(events.map(({ body }) => JSON.parse(body).after)).toMatchObject([
      { proof: proofId },
      { versions: [2, 1] },
      { outcome: 'older', version: 1 },
    ])
    const row = await world.db.troubleshooting.findUniqueOrThrow({ where: { id } })
    for (const value of [old, current])
      expect(JSON.stringify([row, events.map(({ body }) => body)])).not.toContain(value.slice(-12))
  })

  it('of the current version speaks for the application', async () => {
    const value = randomKey()
    const { id } = await searched([value])
    const { salt, id: proofId } = await offerValueProof(developer, id)
    const found = await compareValue(developer, { id, proofId, proof: proveValue(value, salt) })
    expect(found.valueProofs[0]?.outcome).toBe('current')
    expect(found.conclusion.because.join(' ')).toContain('it is not stale')
  })

  it('works once, even when two try at the same moment', async () => {
    const value = randomKey()
    const { id, key } = await searched([value])
    const { salt, id: proofId } = await offerValueProof(developer, id)
    const proof = proveValue(value, salt)
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => compareValue(developer, { id, proofId, proof })),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(tries.flatMap((one) => (one.status === 'rejected' ? one.reason.code : []))).toEqual(
      Array(7).fill('conflict'),
    )
    expect(await usesOf(key.id)).toHaveLength(1)
    expect((await findTroubleshooting(developer, id)).valueProofs).toHaveLength(1)
  })

  it('is too late after ten minutes, and nothing is opened', async () => {
    const value = randomKey()
    const { id, key } = await searched([value])
    const { salt, id: proofId, expiresAt } = await offerValueProof(developer, id)
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(9 * 60_000)
    await world.db.valueProof.update({ where: { id: proofId }, data: { expiresAt: new Date(Date.now() - 1) } })
    await expect(compareValue(developer, { id, proofId, proof: proveValue(value, salt) })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await usesOf(key.id)).toHaveLength(0)
  })

  it('of another record, of none and of what is no proof is refused without spending the salt', async () => {
    const value = randomKey()
    const [one, other] = [await searched([value]), await searched()]
    const { salt, id: proofId } = await offerValueProof(developer, one.id)
    const proof = proveValue(value, salt)
    await expect(compareValue(developer, { id: other.id, proofId, proof })).rejects.toMatchObject({ code: 'not_found' })
    await expect(compareValue(developer, { id: one.id, proofId: 'prf_none', proof })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(compareValue(developer, { id: one.id, proofId, proof: 'my value is …' })).rejects.toMatchObject({
      code: 'invalid',
    })
    expect((await compareValue(developer, { id: one.id, proofId, proof })).valueProofs[0]?.outcome).toBe('current')
  })

  it('is refused to viewers and not found by strangers, and both refusals are recorded', async () => {
    const { id } = await searched()
    await expect(offerValueProof(viewer, id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(offerValueProof(stranger, id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(compareValue(stranger, { id, proofId: 'x', proof: 'x' })).rejects.toMatchObject({ code: 'not_found' })
    expect((await eventsOf(id)).map(({ outcome }) => outcome)).toEqual(['denied', 'denied', 'denied'])
  })

  it('is not offered for a value that was pasted and not kept', async () => {
    const input = { provider: 'openai', value: randomKey(), baseUrl: 'http://127.0.0.1:9/v1' }
    const { id } = await (await prepareTroubleshooting(developer, input))()
    await expect(offerValueProof(developer, id)).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('the application’s side', () => {
  it('proves its value by the command and by openssl alike, and the routes take what both print', async () => {
    const token = await world.token(developerId)
    const value = randomKey()
    const { id, key } = await searched([value])
    const prints = [
      async (salt: string) =>
        (await runClaviger(['prove-value', key.name, '--salt', salt], { [key.name]: value })).stdout,
      async (salt: string) => (await runClaviger(['prove-value', '-', '--salt', salt], {}, value)).stdout,
      async (_: string, oneLiner: string) =>
        (await run('sh', ['-c', oneLiner], { env: { ...process.env, [key.name]: value } })).stdout,
    ]
    for (const print of prints) {
      const offered = await callRoute('POST', `/troubleshooting/${id}/value-proofs`, { token })
      expect(offered.status).toBe(201)
      const { id: proofId, salt, command, oneLiner } = await offered.json()
      expect(command).toBe(`npx claviger prove-value ${key.name} --salt ${salt}`)
      const proof = await print(salt, oneLiner)
      const address = `/troubleshooting/${id}/value-proofs/${proofId}/comparison`
      const answer = await callRoute('POST', address, { token, body: { proof } })
      expect(answer.status).toBe(200)
      expect((await answer.json()).valueProofs.at(-1)).toMatchObject({ outcome: 'current', version: 1 })
    }
  })

  it('prints a code and a class of lengths, nothing of the value, and reads a line break as a part of it', async () => {
    const value = randomKey()
    const salt = 'a1'.repeat(32)
    const { stdout, stderr, code } = await runClaviger(['prove-value', 'MY_KEY', '--salt', salt], { MY_KEY: value })
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^[a-f0-9]{64} 48-63\n$/)
    expect((await runClaviger(['prove-value', '-', '--salt', salt], {}, `${value}\n`)).stdout).not.toBe(stdout)
  })

  it.each<[string, string[], Record<string, string>]>([
    ['a value in place of a name', ['PASTED', '--salt', 'a1'.repeat(32)], {}],
    ['an empty variable', ['EMPTY', '--salt', 'a1'.repeat(32)], { EMPTY: '' }],
    ['no name', ['--salt', 'a1'.repeat(32)], {}],
    ['no salt', ['MY_KEY'], { MY_KEY: 'x' }],
    ['a salt of another kind', ['MY_KEY', '--salt', 'PASTED'], { MY_KEY: 'x' }],
  ])('refuses %s with a sentence that says nothing back', async (_, args, settings) => {
    const pasted = randomKey('sk-proj-')
    const refused = await runClaviger(
      ['prove-value', ...args.map((arg) => (arg === 'PASTED' ? pasted : arg))],
      settings,
    )
    expect([refused.code, refused.stdout]).toEqual([2, ''])
    expect(refused.stderr).toMatch(/^\S.{10,}\.( Usage: .*)?\n$/)
    expect(refused.stderr).not.toContain(pasted)
  })
})
