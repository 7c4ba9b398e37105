import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { runClaviger } from '../cli/run-claviger.ts'
import type { Operation } from '../lab/key-apis/key-api.ts'
import { type Lab, startLab } from '../lab/start-lab.ts'
import { type ApiClient, apiClient } from '../support/api-client.ts'
import { makeDataFolder, removeDataFolder } from '../support/data-folder.ts'
import { killAll, launch, lookInside, type Running, stopCleanly } from './kills/installation.ts'
import { seeded } from './kills/seeded.ts'

/** Where the server is killed: on one side of a call to the key API, or anywhere. */
export interface KillPoint {
  name: string
  at?: { operation: Operation; side: 'before' | 'after' }
  /** What the lab does wrong besides, at random. */
  faults?: boolean
  rehearse?: boolean
}

const SIDES = ['before', 'after'] as const
export const KILL_POINTS: KillPoint[] = [
  ...(['list', 'mint', 'revoke'] as const).flatMap((operation) =>
    SIDES.map((side) => ({ name: `${side} ${operation}`, at: { operation, side } })),
  ),
  { name: 'before the test of a value', at: { operation: 'test', side: 'before' } },
  ...SIDES.map((side) => ({
    name: `${side} revoke, of a rehearsal`,
    at: { operation: 'revoke' as const, side },
    rehearse: true,
  })),
  { name: 'at any moment' },
  { name: 'at any moment, with replies that are lost', faults: true },
]

export interface ProvenPoint {
  name: string
  /** Rotations that were under way at this point when the server was killed. */
  hits: number
  kills: number
  seconds: number
  wrong: string[]
}

export interface ProveOptions {
  seed: number
  keys: number
  /** Rotations to be hit at each point. */
  hits: number
  points?: KillPoint[]
  /** Does harm before it is counted, so that the proof can be seen to fail. */
  sabotage?: (account: ReturnType<Lab['keyApi']>) => void
  onPoint?: (point: ProvenPoint) => void
}

const ENDS_WITHIN_MS = 300_000
const PLACE = { project: 'rotations', environment: 'development' }

interface Rotated {
  id: string
  name: string
}

/**
 * Kills the real server while it rotates keys through the lab's key API, starts it again each time, and counts what is
 * live on both sides: no key without a working value, no key at the provider that nobody knows, and every rotation ended
 * or waiting for somebody.
 */
export async function proveRotations(options: ProveOptions): Promise<ProvenPoint[]> {
  const { points = KILL_POINTS, onPoint } = options
  const story = await beginStory(options)
  const proven: ProvenPoint[] = []
  try {
    for (const point of points) {
      const result = await story.prove(point)
      proven.push(result)
      onPoint?.(result)
    }
  } finally {
    await story.end()
  }
  return proven
}

async function beginStory({ seed, keys: keyCount, hits: wantedHits, sabotage }: ProveOptions) {
  const chance = seeded(seed)
  const dataDir = makeDataFolder()
  const lab = await startLab()
  const account = lab.keyApi('openai')
  let running = await launch(dataDir)
  await running.ready
  const token = await makeOwner(running)
  const api: ApiClient = (...asked) => apiClient(running.baseUrl, token)(...asked)
  const keys = await automate(api, lab, keyCount)

  const restart = async () => {
    await killAll(running, dataDir, false)
    running = await launch(dataDir)
    await running.ready
  }
  const openIds = async () =>
    (await lookInside<{ id: string; needs_person: boolean; problem: string | null }>(
      dataDir,
      'SELECT id, needs_person, problem FROM rotations WHERE open_key_id IS NOT NULL',
    )) ?? []
  const startAll = async (rehearse: boolean) => {
    for (const { id } of keys) {
      await api('POST', `/keys/${id}/rotations`, { body: { overlapHours: 0, rehearse } })
    }
  }
  /** The value that programs get now has to work at the provider, at any time. */
  const look = async (): Promise<string[]> => {
    const wrong: string[] = []
    for (const { id, name } of keys) {
      const { json } = await api('POST', `/keys/${id}/reveals`, { body: {} })
      const isLive = account.ledger.live().some(({ value }) => value === json?.value)
      if (!isLive) wrong.push(`${name} has no working value`)
    }
    return wrong
  }

  async function killAt({
    at,
    faults,
    rehearse = false,
  }: KillPoint): Promise<{ hits: number; kills: number; wrong: string[] }> {
    const wrong: string[] = []
    const gate = at && account.hold(at.operation, at.side, Number.POSITIVE_INFINITY)
    let [hits, kills] = [0, 0]
    if (wantedHits === 0) return { hits, kills, wrong }
    const deadline = Date.now() + ENDS_WITHIN_MS
    while (hits < wantedHits && Date.now() < deadline) {
      await startAll(rehearse)
      if (faults) lose(chance.whole(3))
      if (gate) await until(() => gate.waiting() > 0, 90_000)
      await sleep(gate ? 300 : 50 + chance.whole(2500))
      hits += gate ? gate.waiting() : (await openIds()).filter((row) => !row.needs_person).length
      kills += 1
      await restart()
      // What was under way at the provider goes on there, without anybody who hears of it.
      gate?.pass()
      wrong.push(...(await look()))
    }
    gate?.release()
    return { hits, kills, wrong }
  }

  function lose(which: number): void {
    const fault = (['lost', 'lostBehind503', 'cut'] as const)[which] ?? 'lost'
    account.fail('mint', fault)
    account.fail('revoke', fault)
    account.fail('list', 'outage')
  }

  async function settle(): Promise<string[]> {
    const deadline = Date.now() + ENDS_WITHIN_MS
    let open = await openIds()
    while (open.length > 0 && !open.every((row) => row.needs_person) && Date.now() < deadline) {
      await sleep(1000)
      open = await openIds()
    }
    const waiting = open.filter((row) => !row.needs_person)
    return [
      ...(waiting.length > 0
        ? [`${waiting.length} rotations neither ended nor ask for anybody: ${waiting[0]?.problem}`]
        : []),
      ...open
        .filter((row) => row.needs_person && !row.problem)
        .map(({ id }) => `${id} asks for somebody and does not say why`),
      ...open.filter((row) => row.needs_person).map(({ problem }) => `a person is asked: ${problem}`),
    ]
  }

  async function count(): Promise<string[]> {
    const wrong = await look()
    await sleep(1000)
    const first = keys[0]?.id ?? ''
    const compared = await api('POST', `/keys/${first}/automation/comparisons`, { body: {} })
    if (compared.status !== 200) return [...wrong, `the comparison answers ${compared.status}`]
    const unknown = compared.json.unknownKeys as { name: string }[]
    if (unknown.length > 0) wrong.push(`${unknown.length} live keys that nobody explains: ${unknown[0]?.name}`)
    const live = account.ledger.live().length
    if (live !== keys.length) wrong.push(`${live} keys are live at the provider, of ${keys.length} here`)
    const { json: chain } = await api('GET', '/audit/verify')
    if (chain?.valid !== true) wrong.push(`the audit chain does not verify: ${JSON.stringify(chain)}`)
    const rows = await lookInside<{ rotations: number; begun: number; ended: number; marked: number }>(
      dataDir,
      `SELECT (SELECT count(*)::int FROM rotations WHERE mode = 'automatic') AS rotations,
        (SELECT count(*)::int FROM audit_events WHERE action = 'key.rotate' AND outcome = 'allowed') AS begun,
        (SELECT count(*)::int FROM rotations WHERE mode = 'automatic' AND open_key_id IS NULL) AS ended,
        (SELECT count(DISTINCT body::jsonb -> 'after' ->> 'rotation')::int FROM audit_events
          WHERE action = 'rotation.advance' AND body::jsonb -> 'after' ->> 'state' IN ('completed', 'rehearsed', 'failed', 'refused', 'cancelled')) AS marked`,
    )
    const found = rows?.[0]
    if (!found || found.begun !== found.rotations)
      wrong.push(`${found?.begun} events say that ${found?.rotations} rotations began`)
    if (!found || found.marked !== found.ended)
      wrong.push(`${found?.marked} events say that ${found?.ended} rotations ended`)
    return wrong
  }

  return {
    async prove(point: KillPoint): Promise<ProvenPoint> {
      const began = performance.now()
      const { hits, kills, wrong } = await killAt(point)
      wrong.push(...(await settle()))
      sabotage?.(account)
      wrong.push(...(await count()))
      if (hits < wantedHits) wrong.push(`only ${hits} rotations were met there`)
      return { name: point.name, hits, kills, seconds: (performance.now() - began) / 1000, wrong }
    },
    async end(): Promise<void> {
      await stopCleanly(running)
      await lab.stop()
      removeDataFolder(dataDir)
    },
  }
}

async function makeOwner({ settings }: Running): Promise<string> {
  const email = 'owner@example.test'
  const made = await runClaviger(
    ['admin', 'create', '--email', email],
    settings,
    `pass-${randomBytes(12).toString('hex')}`,
  )
  const token = await runClaviger(['token', 'create', '--user', email, '--name', 'prove'], settings)
  if (made.code !== 0 || token.code !== 0) throw new Error(`An admin could not be made:\n${made.stderr}${token.stderr}`)
  return token.stdout.trim()
}

async function automate(api: ApiClient, lab: Lab, count: number): Promise<Rotated[]> {
  const account = lab.keyApi('openai')
  await api('POST', '/projects', { body: { name: 'Rotations', slug: PLACE.project } })
  const store = async (name: string, value: string, more: object = {}) => {
    const body = { ...PLACE, name, provider: 'openai', value, baseUrl: lab.url('openai'), ...more }
    const { json, status, text } = await api('POST', '/keys', { body })
    if (status !== 201) throw new Error(`A key could not be stored: ${text}`)
    return json.id as string
  }
  const maker = await store('MAKER', account.credential, { purpose: 'rotation' })
  const keys: Rotated[] = []
  for (let index = 0; index < count; index += 1) {
    const name = `KEY_${index}`
    const { value } = account.ledger.mint(`by-hand-${index}`, { kind: 'serviceAccount' })
    const id = await store(name, value)
    const body = { maker, settings: account.api.settings, baseUrl: account.url }
    const { status, text } = await api('PUT', `/keys/${id}/automation`, { body })
    if (status !== 200) throw new Error(`A key could not be automated: ${text}`)
    keys.push({ id, name })
  }
  return keys
}

async function until(happens: () => boolean, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs
  while (!happens() && Date.now() < deadline) await sleep(20)
}
