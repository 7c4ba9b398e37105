import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Batch } from '#lib/pairings/schema'
import { findProvider } from '#lib/providers/catalog'
import type { LabDescription } from '../lab/describe-lab.ts'
import { callRoute } from '../support/call-route.ts'
import { type Installation, startInstallation } from './installation.ts'
import type { Bench, Figure } from './measure.ts'

const KEYS = 200
const HUNG = 40
const ROUNDS = 3
const LOOK_MS = 50
const MIB = 2 ** 20

/** What a batch cost, and when its last key that does not hang had its result. */
interface Round {
  othersMs: number
  growthBytes: number
  pauseMs: number
}

/** 200 keys at once, in the queue: one provider of them hangs, the others must not feel it, and neither must the process. */
export const batch: Bench = {
  name: 'batch',
  async run() {
    const lab = await startLabProcess()
    const installation = await startInstallation({ work: true })
    try {
      const well = await storeKeys(installation, KEYS - HUNG, lab.description)
      const hung = await storeHung(installation, `http://127.0.0.1:${lab.description.ports.silent}/v1`)
      const alone: Round[] = []
      const beside: Round[] = []
      await test(installation, well, well)
      for (let round = 0; round < ROUNDS; round++) {
        alone.push(await test(installation, well, well))
        beside.push(await test(installation, [...hung, ...well], well))
      }
      return figures(alone, beside)
    } finally {
      await installation.stop()
      lab.stop()
    }
  },
}

function figures(alone: Round[], beside: Round[]): Figure[] {
  // The round in which the machine was least busy with other things.
  const ofOthers = (rounds: Round[]) => Math.min(...rounds.map(({ othersMs }) => othersMs))
  const most = (pick: (round: Round) => number) => Math.max(...beside.map(pick))
  return [
    { name: `${KEYS - HUNG} keys of many providers, alone`, value: ofOthers(alone), unit: 'ms' },
    { name: `the same beside ${HUNG} keys that hang`, value: ofOthers(beside), unit: 'ms' },
    { name: 'beside / alone', value: ofOthers(beside) / ofOthers(alone), unit: '×', goal: 1.5 },
    {
      name: `memory growth, ${KEYS} keys at once`,
      value: most((one) => one.growthBytes) / MIB,
      unit: 'MiB',
      goal: 150,
    },
    { name: 'longest pause of the event loop', value: most((one) => one.pauseMs), unit: 'ms', goal: 100 },
  ]
}

/** Begins a batch, waits until those of `awaited` are done, and cancels what hangs. */
async function test({ token }: Installation, ids: string[], awaited: string[]): Promise<Round> {
  const wanted = new Set(awaited)
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let growthBytes = 0
  const watch = setInterval(() => {
    growthBytes = Math.max(growthBytes, process.memoryUsage().rss - before)
  }, 20)
  const endPauses = watchPauses()
  const started = performance.now()
  const created = await callRoute('POST', '/pairings/batches', { token, body: { ids } })
  const { id } = (await created.json()) as Batch
  for (;;) {
    await sleep(LOOK_MS)
    const { items } = (await (await callRoute('GET', `/pairings/batches/${id}`, { token })).json()) as Batch
    const open = items.filter(({ keyId, state }) => wanted.has(keyId) && state !== 'done')
    if (open.length === 0) break
    const refused = open.find(({ state }) => state === 'refused')
    if (refused) throw new Error(`a key was refused: ${refused.reason}`)
  }
  const othersMs = performance.now() - started
  const pauseMs = endPauses()
  clearInterval(watch)
  await callRoute('DELETE', `/pairings/batches/${id}`, { token })
  for (let running = 1; running > 0; await sleep(LOOK_MS)) {
    running = ((await (await callRoute('GET', `/pairings/batches/${id}`, { token })).json()) as Batch).counts.running
  }
  return { othersMs, growthBytes, pauseMs }
}

/**
 * The longest time for which the event loop could not turn because of what ran in it: processor time of this thread, so
 * that a machine with other work, which takes the processor away, counts for nothing. Returns what ends the watch.
 */
function watchPauses(): () => number {
  let longestMs = 0
  let [seenAt, used] = [performance.now(), process.threadCpuUsage()]
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(used)
    longestMs = Math.max(longestMs, Math.min(performance.now() - seenAt, (user + system) / 1000))
    ;[seenAt, used] = [performance.now(), process.threadCpuUsage()]
  }, 1)
  return () => {
    clearInterval(timer)
    return longestMs
  }
}

async function storeKeys(installation: Installation, count: number, { providers }: LabDescription): Promise<string[]> {
  const known = providers.filter(({ id }) => findProvider(id))
  const ids: string[] = []
  for (let index = 0; index < count; index++) {
    const provider = known[index % known.length]
    const value = provider?.keys.find(({ scenario }) => scenario === 'valid')?.value
    if (!provider || !value) throw new Error('the lab has no provider with a valid key')
    ids.push(await store(installation, `KEY_${index}`, provider.id, provider.baseUrl, value))
  }
  return ids
}

async function storeHung(installation: Installation, baseUrl: string): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < HUNG; index++)
    ids.push(await store(installation, `HUNG_${index}`, 'openai-compatible', baseUrl, 'any'))
  return ids
}

async function store(
  { token, project }: Installation,
  name: string,
  provider: string,
  baseUrl: string,
  value: string,
): Promise<string> {
  const body = { project: project.slug, environment: 'development', name, provider, baseUrl, value }
  const created = await callRoute('POST', '/keys', { token, body })
  if (created.status !== 201) throw new Error(`${name} was not stored: ${await created.text()}`)
  return ((await created.json()) as { id: string }).id
}

/** The lab in a process of its own: what its answers cost is not the product's. */
async function startLabProcess(): Promise<{ description: LabDescription; stop(): void }> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, '../lab/main.ts'), '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  while (!text.includes('\n')) text += String((await once(child.stdout, 'data'))[0])
  return { description: JSON.parse(text) as LabDescription, stop: () => void child.kill('SIGTERM') }
}
