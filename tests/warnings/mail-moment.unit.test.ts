import { describe, expect, it } from 'vitest'
import { mailMoment } from '#lib/notification-settings/mail-moment'
import { USUAL } from '#lib/notification-settings/schema'
import { levelAt, stageOf } from '#lib/warnings/stage-of'

const at = (text: string) => new Date(text)
const when = (settings: Partial<typeof USUAL>, now: string, isUrgent = false) =>
  mailMoment({ ...USUAL, ...settings }, isUrgent, at(now))?.toISOString() ?? null

describe('a mail', () => {
  it('comes at once where nothing was said, and never where none is wanted', () => {
    expect(when({}, '2026-07-01T03:07:00Z')).toBe('2026-07-01T03:07:00.000Z')
    expect(when({ email: 'off' }, '2026-07-01T03:07:00Z', true)).toBeNull()
  })

  it.each([
    ['summer', '2026-07-01T10:00:00Z', '2026-07-02T07:00:00.000Z'],
    ['winter', '2026-12-01T10:00:00Z', '2026-12-02T08:00:00.000Z'],
    ['the night in which clocks go forward', '2026-03-28T10:00:00Z', '2026-03-29T07:00:00.000Z'],
    ['the night in which clocks go back', '2026-10-24T10:00:00Z', '2026-10-25T08:00:00.000Z'],
  ])('of a digest at nine comes at nine, in %s', (_, now, expected) => {
    expect(when({ email: 'digest', digestHour: 9, timeZone: 'Europe/Berlin' }, now)).toBe(expected)
  })

  it('of a digest at an hour that does not exist that day comes at the next one', () => {
    const settings = { email: 'digest' as const, digestHour: 2, timeZone: 'Europe/Berlin' }
    expect(when(settings, '2026-03-28T20:00:00Z')).toBe('2026-03-29T01:00:00.000Z')
  })

  it('waits for the end of quiet hours, over midnight too, unless it is urgent', () => {
    const settings = { timeZone: 'America/New_York', quietFrom: 22, quietTo: 7 }
    expect(when(settings, '2026-07-01T03:00:00Z')).toBe('2026-07-01T11:00:00.000Z')
    expect(when(settings, '2026-07-01T15:00:00Z')).toBe('2026-07-01T15:00:00.000Z')
    expect(when(settings, '2026-07-01T03:00:00Z', true)).toBe('2026-07-01T03:00:00.000Z')
    expect(when({ ...settings, urgentAnyway: false }, '2026-07-01T03:00:00Z', true)).toBe('2026-07-01T11:00:00.000Z')
  })

  it('knows zones of half an hour', () => {
    expect(when({ email: 'digest', digestHour: 9, timeZone: 'Asia/Kolkata' }, '2026-07-01T10:00:00Z')).toBe(
      '2026-07-02T03:30:00.000Z',
    )
  })
})

describe('a lead time', () => {
  const now = at('2026-07-01T00:00:00Z')
  it.each([
    ['2026-09-01T00:00:00Z', null],
    ['2026-07-31T00:00:00Z', 30],
    ['2026-07-10T00:00:00Z', 14],
    ['2026-07-08T00:00:00Z', 7],
    ['2026-07-01T12:00:00Z', 1],
    ['2026-07-01T00:00:00Z', 0],
    ['2026-06-01T00:00:00Z', 0],
  ])('of what is due on %s is %s', (due, stage) => {
    expect(stageOf(at(due), [30, 14, 7, 1], now)).toBe(stage)
  })

  it('makes a warning graver, the nearer it comes', () => {
    expect([30, 7, 1, 0].map(levelAt)).toEqual(['info', 'warn', 'fail', 'fail'])
  })
})
