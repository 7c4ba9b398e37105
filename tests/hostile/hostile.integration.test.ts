import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPolicy } from '#lib/outbound/policy'
import { runPairing } from '#lib/pairing/run-pairing'
import { PairingResult } from '#lib/pairing/schema'
import { searchFor } from '../canary/search-for.ts'
import { providerOf } from '../pairing/conclude-from.ts'
import type { LabMessage } from './lab-process.ts'

const policy = readPolicy({ outboundAllow: ['127.0.0.1', 'localhost'], noProxy: [], dnsCompare: [], controlHosts: [] })
const MIB = 1024 * 1024
const LONGEST_MS = 20_000
const MOST_GROWTH = 64 * MIB
/** Those that truly say, in the provider's own words, that the key is not known. */
const SAY_INVALID = ['echoKeyBody', 'echoKeyHeader']
/** Answers that are odd in their wrapping alone, and hold what only a good key gets. */
const ARE_HONEST = [
  ...['nulBytes', 'invalidUtf8', 'utf16', 'duplicateKeys', 'prototypeKeys', 'hugeNumber'],
  ...['noHeaders', 'manyHeaders', 'cookieFlood'],
]

let lab: ChildProcess
let message: LabMessage
const results = new Map<string, PairingResult>()
let longestMs = 0
let growth = 0
const sockets = () => process.getActiveResourcesInfo().filter((name) => name.startsWith('TCP')).length
let socketsBefore: number

async function pair(name: string): Promise<void> {
  const started = performance.now()
  const input = { provider: providerOf('openai'), value: message.keys[name] ?? '', baseUrl: message.urls[name] ?? '' }
  const result = await runPairing({ ...input, trigger: 'manual' }, { policy })
  longestMs = Math.max(longestMs, performance.now() - started)
  results.set(name, PairingResult.parse(result))
}

/** All of them at once, as often as it takes to tell a leak from a warm-up. */
beforeAll(async () => {
  lab = fork(path.join(import.meta.dirname, 'lab-process.ts'))
  message = (await once(lab, 'message'))[0] as LabMessage
  // Where the redirects point: nobody goes there by themselves.
  delete message.urls.seen
  socketsBefore = sockets()
  const quick = Object.keys(message.urls).filter((name) => name !== 'slowDrip')
  await Promise.all(quick.map(pair))
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 20)
  for (let round = 0; round < 2; round++) await Promise.all(Object.keys(message.urls).map(pair))
  clearInterval(watch)
  growth = most - before
}, 90_000)
afterAll(() => lab?.disconnect())

describe('a hostile server', () => {
  it('holds no test longer than 20 seconds, though its answer never ends', () => {
    expect(results.size).toBeGreaterThan(35)
    expect(longestMs).toBeLessThan(LONGEST_MS + 1000)
  })

  it('costs little memory, all of them together, with 2 GB and bombs among them', () => {
    expect(growth / MIB).toBeLessThan(MOST_GROWTH / MIB)
  })

  it('never makes a key invalid, expired or revoked, and never proves one by an answer that proves nothing', () => {
    const verdicts = [...results].map(([name, { verdict }]) => `${name}: ${verdict}`)
    expect(verdicts.filter((line) => /key_(invalid|expired|revoked)$/.test(line)).sort()).toEqual(
      SAY_INVALID.map((name) => `${name}: key_invalid`),
    )
    const paired = verdicts.filter((line) => line.endsWith(': paired')).map((line) => line.split(':')[0] ?? '')
    expect(paired.filter((name) => !ARE_HONEST.includes(name))).toEqual([])
  })

  it('is not followed to another host, with or without the key', async () => {
    lab.send('hostile/seen')
    expect((await once(lab, 'message'))[0]).toBe(0)
    expect(results.get('redirectMetadata')?.verdict).toBe('block_page')
  })

  it('gets nothing of the key into a result, though it repeats it', () => {
    const search = searchFor(
      Object.entries(message.keys).map(([name, value]) => ({ name, secret: value.slice(8, -4) })),
    )
    expect(search(JSON.stringify([...results]))).toEqual([])
  })

  it('keeps no connection', async () => {
    await expect.poll(sockets, { timeout: 5000 }).toBeLessThanOrEqual(socketsBefore)
  })
})
