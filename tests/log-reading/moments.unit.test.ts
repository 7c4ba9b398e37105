import { describe, expect, it } from 'vitest'
import { compareMoments, readMoment } from '#lib/log-reading/read-moment'
import { readText } from './read-text.ts'

const NOW = new Date('2026-11-25T23:00:00Z')

describe('times', () => {
  it.each([
    ['2026-11-25T22:07:34.123Z GET', '2026-11-25T22:07:34.123Z'],
    ['2026-11-25T22:07:34+0100 host', '2026-11-25T21:07:34.000Z'],
    ['[2026-11-25T22:07:34.123456-05:30] "POST', '2026-11-26T03:37:34.123Z'],
    ['2026-11-25 22:07:34,123 ERROR root', '2026-11-25T22:07:34.123'],
    ['2026/11/25 22:07:34 [error] 1#1', '2026-11-25T22:07:34.000'],
    ['10.0.0.1 - - [25/Nov/2026:22:07:34 +0000] "GET', '2026-11-25T22:07:34.000Z'],
    ['date: Wed, 25 Nov 2026 22:07:34 GMT', '2026-11-25T22:07:34.000Z'],
    ['Wed Nov 25 22:07:34 2026 app', '2026-11-25T22:07:34.000'],
    ['25-Nov-2026 22:07:34.123 SEVERE [main]', '2026-11-25T22:07:34.123'],
    ['Nov 25 22:07:34 host app[1]:', '2026-11-25T22:07:34.000'],
    ['E1125 22:07:34.123456 1 main.go:1]', '2026-11-25T22:07:34.123'],
    ['1795644454.418    12 10.0.0.5 TCP_DENIED', '2026-11-25T22:07:34.418Z'],
    ['1795644454123 error', '2026-11-25T22:07:34.123Z'],
    ['{"level":50,"time":1795644454123,"msg":"x"}', '2026-11-25T22:07:34.123Z'],
    ['{"level":"error","ts":1795644454.123,"msg":"x"}', '2026-11-25T22:07:34.123Z'],
  ])('reads %s', (line, moment) => {
    expect(readMoment(line, NOW)).toBe(moment)
  })

  it('takes a time without a year to be the last one that has been', () => {
    expect(readMoment('Dec 31 23:59:59 host app[1]:', NOW)).toBe('2025-12-31T23:59:59.000')
    expect(readMoment('Nov 26 00:10:00 host app[1]:', NOW)).toBe('2026-11-26T00:10:00.000')
  })

  it.each(['2026-13-45T99:99:99Z', 'version 1.2.3 of 401', '10.20.30.40:8080', '99999999999999 bytes', ''])(
    'reads no time from “%s”',
    (line) => {
      expect(readMoment(line, NOW)).toBeUndefined()
    },
  )

  it('says first and last of a group, in whatever order the lines stand', async () => {
    const times = ['2026-11-25T22:07:34Z', '2026-11-25T21:00:00Z', '2026-11-25T23:30:00+01:00']
    const { groups, notes } = await readText(
      times.map((at) => `${at} Error: getaddrinfo ENOTFOUND a.example`).join('\n'),
    )
    expect(groups).toMatchObject([{ firstAt: '2026-11-25T21:00:00.000Z', lastAt: '2026-11-25T22:30:00.000Z' }])
    expect(notes).toEqual([])
  })

  it('says so where lines name no time zone', async () => {
    const { groups, notes } = await readText('2026-11-25 22:07:34,123 ERROR Error: getaddrinfo ENOTFOUND a.example')
    expect(groups).toMatchObject([{ firstAt: '2026-11-25T22:07:34.123' }])
    expect(notes).toEqual(['Some lines name no time zone; their times are given as they stand there.'])
  })

  it('prefers what the container wrote to a time of the program’s own without a zone', async () => {
    const line = '2026-11-25T22:07:34.5Z stderr F 2026-11-25 23:07:34,123 ERROR Error: getaddrinfo ENOTFOUND a.example'
    expect((await readText(line)).groups).toMatchObject([{ firstAt: '2026-11-25T22:07:34.500Z' }])
  })

  it('compares times with and without a zone as if all were UTC', () => {
    expect(compareMoments('2026-11-25T22:07:34.000', '2026-11-25T22:07:34.001Z')).toBeLessThan(0)
  })
})
