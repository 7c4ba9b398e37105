import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatBytes } from '#lib/format/format-bytes'
import { formatCount } from '#lib/format/format-count'
import { formatDuration } from '#lib/format/format-duration'
import { formatRelativeTime } from '#lib/format/format-relative-time'
import { formatDay, formatTime } from '#lib/format/format-time'
import { maskValue } from '#lib/format/mask-value'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const now = Date.parse('2026-11-23T23:22:57Z')

describe('a duration', () => {
  it.each([
    [0, '0 ms'],
    [0.01, '<0.1 ms'],
    [0.4, '0.4 ms'],
    [3, '3 ms'],
    [9.97, '10 ms'],
    [38.4, '38 ms'],
    [999.4, '999 ms'],
    [999.6, '1.00 s'],
    [1240, '1.24 s'],
    [20_000, '20.0 s'],
    [59_980, '1 min'],
    [125_000, '2 min 5 s'],
    [3_600_000, '1 h'],
    [90 * MINUTE, '1 h 30 min'],
    [26 * HOUR, '1 d 2 h'],
    [-1, '–'],
    [Number.NaN, '–'],
  ])('of %d ms reads as %s', (durationMs, words) => expect(formatDuration(durationMs)).toBe(words))
})

describe('a relative time', () => {
  it.each([
    [-59_000, 'just now'],
    [59_000, 'just now'],
    [-MINUTE, '1 minute ago'],
    [-119_000, '1 minute ago'],
    [-3 * HOUR, '3 hours ago'],
    [12 * DAY, 'in 12 days'],
    [45 * DAY, 'in 45 days'],
    [61 * DAY, 'in 2 months'],
    [-800 * DAY, '2 years ago'],
  ])('%d ms away reads as %s', (differenceMs, words) => expect(formatRelativeTime(now + differenceMs, now)).toBe(words))

  it('is short in a table', () => {
    expect(formatRelativeTime(now - 31 * MINUTE, now, { short: true })).toBe('31 min ago')
    expect(formatRelativeTime(now + 61 * DAY, now, { short: true })).toBe('in 2 mo')
  })

  it('never says that an expiry is farther away than it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 59 }), fc.integer({ min: 1, max: DAY - 1 }), (days, more) => {
        expect(formatRelativeTime(now + days * DAY + more, now)).toBe(`in ${days} ${days === 1 ? 'day' : 'days'}`)
      }),
    )
  })

  it('says unknown of a time that cannot be read', () => expect(formatRelativeTime('soon', now)).toBe('unknown'))
})

describe('an exact time', () => {
  it('names its zone', () => {
    expect(formatTime(now)).toBe('23 Nov 2026, 23:22:57 UTC')
    expect(formatTime('2026-07-01T10:00:00Z', 'Europe/Berlin')).toContain('12:00:00')
  })
  it('can be the day alone, in the given zone', () => {
    expect(formatDay(now)).toBe('23 Nov 2026')
    expect(formatDay(now, 'Asia/Tokyo')).toBe('24 Nov 2026')
  })
  it('says unknown of a time that cannot be read', () => expect(formatTime('soon')).toBe('unknown'))
})

describe('bytes', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [16 * 1024, '16 KiB'],
    [1.5 * 1024 * 1024, '1.5 MiB'],
    [-1, '–'],
  ])('%d reads as %s', (bytes, words) => expect(formatBytes(bytes)).toBe(words))
})

describe('a count', () => {
  it('has separators and the right noun', () => {
    expect(formatCount(1204)).toBe('1,204')
    expect(formatCount(1, 'key')).toBe('1 key')
    expect(formatCount(0, 'key')).toBe('0 keys')
    expect(formatCount(2, 'entry', 'entries')).toBe('2 entries')
  })
})

describe('a mask', () => {
  const random = (length: number) => randomBytes(length).toString('hex').slice(0, length)

  it('shows the public prefix and the last four characters', () => {
    const secret = random(40)
    expect(maskValue(`sk-proj-${secret}`, 'sk-proj-')).toBe(`sk-proj-…${secret.slice(-4)}`)
    expect(maskValue(secret)).toBe(`…${secret.slice(-4)}`)
  })

  it('shows nothing of a value shorter than 20 characters', () => {
    expect(maskValue(random(19))).toBe('••••••••')
    expect(maskValue('', 'sk-')).toBe('••••••••')
  })

  it('shows nothing where a long prefix leaves little secret behind it', () => {
    expect(maskValue(`sk-ant-api03-${random(9)}`, 'sk-ant-api03-')).toBe('••••••••')
  })

  it('never shows a prefix that the value does not have', () => {
    const secret = random(32)
    expect(maskValue(secret, 'sk-proj-')).toBe(`…${secret.slice(-4)}`)
  })

  it('never shows more than four characters behind the prefix', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (secret) => {
        const mask = maskValue(`key_${secret}`, 'key_')
        const shown = mask.startsWith('key_…') ? mask.slice('key_…'.length) : ''
        expect(Array.from(shown).length).toBeLessThanOrEqual(4)
      }),
    )
  })
})
