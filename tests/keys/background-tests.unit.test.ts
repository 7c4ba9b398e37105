import { describe, expect, it } from 'vitest'
import { formatClock } from '#lib/format/format-clock'
import type { TimelineEntry } from '#lib/key-history/schema'
import { mayBeScheduled, testedEveryHours } from '#lib/keys/test-schedule'
import { openai } from '#lib/providers/openai'
import { batchWords } from '@/components/keys/batch-words'
import { repeatWords } from '@/components/keys/repeat-words'
import { verdictChanges } from '@/components/keys/verdict-changes'

const told = { version: 1, confidence: 'proven', trigger: 'scheduled', durationMs: 1, headline: '' } as const
const test = (id: string, verdict: 'paired' | 'key_revoked' | 'provider_outage'): TimelineEntry => ({
  kind: 'pairing',
  id,
  at: '2026-11-23T14:20:00.000Z',
  verdict,
  ...told,
})
const repeats = (id: string, verdict: 'paired' | 'paired_limited' | 'key_revoked', count: number) =>
  ({
    kind: 'repeats',
    id,
    at: '2026-11-23T14:20:00.000Z',
    since: '2026-11-20T14:20:00.000Z',
    version: 1,
    verdict,
    count,
  }) as const

describe('the history of a key', () => {
  it('marks each change of verdict, and where a pairing broke first, also across folded tests', () => {
    const entries = [
      test('5', 'paired'),
      repeats('4', 'key_revoked', 3),
      test('3', 'key_revoked'),
      repeats('2', 'paired', 12),
      test('1', 'paired'),
    ]
    expect([...verdictChanges(entries)]).toEqual([
      ['5', { from: 'key_revoked', broke: false }],
      ['3', { from: 'paired', broke: true }],
    ])
  })

  it('tells folded tests in one line', () => {
    expect(repeatWords(repeats('1', 'paired', 12))).toBe('12 scheduled tests passed')
    expect(repeatWords(repeats('1', 'paired', 1))).toBe('1 scheduled test passed')
    expect(repeatWords(repeats('1', 'key_revoked', 2))).toBe('2 scheduled tests found the same: Key revoked')
  })
})

describe('a bulk test in words', () => {
  const counts = { total: 4, waiting: 0, running: 0, done: 3, paired: 2, refused: 1, cancelled: 0 }
  it.each([
    ['running', counts, ''],
    ['ended', counts, '2 paired, 2 not.'],
    ['ended', { ...counts, done: 4, paired: 4, refused: 0 }, 'All 4 paired.'],
    ['cancelled', { ...counts, done: 1, paired: 1, refused: 0, cancelled: 3 }, 'All 1 paired. 3 not tested.'],
    ['cancelled', { ...counts, done: 0, paired: 0, refused: 0, cancelled: 4 }, '4 not tested.'],
  ] as const)('that is %s reads %o as %s', (state, each, words) =>
    expect(batchWords({ state, counts: each })).toBe(words),
  )
})

describe('the time of the next test', () => {
  const now = Date.parse('2026-11-23T20:00:00Z')
  it.each([
    ['2026-11-23T23:05:00Z', 'UTC', '23:05'],
    ['2026-11-24T14:20:30Z', 'UTC', '14:20'],
    ['2026-11-24T14:20:30Z', 'Asia/Tokyo', '23:20'],
    ['2026-11-28T03:05:00Z', 'UTC', '28 Nov 2026, 03:05'],
  ])('%s in %s is told as %s', (at, zone, words) => expect(formatClock(at, now, zone)).toBe(words))
})

describe('who is tested by itself', () => {
  const own = { revokedAt: null, deletedAt: null, testEveryHours: null }
  const key = { id: 'key_1', provider: 'openai', purpose: 'application', ...own }
  const environment = { testEveryHours: 24 }

  it('is a key whose test costs nothing, as often as it or its environment says', () => {
    expect(testedEveryHours({ ...key, environment })).toBe(24)
    expect(testedEveryHours({ ...key, testEveryHours: 1, environment })).toBe(1)
    expect(testedEveryHours({ ...key, testEveryHours: 0, environment })).toBe(0)
    expect(testedEveryHours({ ...key, revokedAt: new Date(), environment })).toBe(0)
    expect(testedEveryHours({ ...key, deletedAt: new Date(), environment })).toBe(0)
    expect(testedEveryHours({ ...key, provider: 'gone', environment })).toBe(0)
    expect(testedEveryHours({ ...key, purpose: 'rotation', environment })).toBe(0)
  })

  it('is no key of a provider that charges for its proof call', () => {
    const charging = { ...openai, proof: { ...openai.proof, costs: 'a few tokens' } }
    expect([mayBeScheduled(openai), mayBeScheduled(charging), mayBeScheduled(undefined)]).toEqual([true, false, false])
  })
})
