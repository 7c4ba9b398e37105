import { describe, expect, it } from 'vitest'
import { DAY_MS, type KeyFacts, keyStatus } from '#lib/keys/key-status'
import { VERDICTS } from '#lib/providers/verdict'

const now = new Date('2030-06-15T12:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * DAY_MS)
const facts = (given: Partial<KeyFacts>): KeyFacts => ({
  revokedAt: null,
  expiresAt: null,
  lastVerdict: null,
  lastStages: null,
  ...given,
})

describe('the status of a key', () => {
  it.each<[string, Partial<KeyFacts>]>([
    ['untested', {}],
    ['paired', { lastVerdict: 'paired', lastStages: 'pppppppppp' }],
    ['warned', { lastVerdict: 'paired', lastStages: 'ppppppppwp' }],
    ['warned', { lastVerdict: 'paired_limited' }],
    ['warned', { lastVerdict: 'rate_limited' }],
    ['unknown', { lastVerdict: 'unknown' }],
    ['unknown', { lastVerdict: 'a_verdict_of_a_later_release' }],
    ['failing', { lastVerdict: 'key_invalid' }],
    ['failing', { lastVerdict: 'key_invalid', expiresAt: inDays(3) }],
    ['expiring', { lastVerdict: 'paired', expiresAt: inDays(14) }],
    ['paired', { lastVerdict: 'paired', expiresAt: inDays(14.01) }],
    ['expiring', { expiresAt: inDays(1) }],
    ['expired', { lastVerdict: 'key_invalid', expiresAt: now }],
    ['revoked', { revokedAt: now, lastVerdict: 'paired', expiresAt: inDays(-1) }],
  ])('is %s, the worst that holds', (status, given) => {
    expect(keyStatus(facts(given), now)).toBe(status)
  })

  it('is never failing because a provider is down, slow or unclear', () => {
    for (const verdict of ['provider_outage', 'rate_limited', 'dns_temporary', 'unexpected_response', 'unknown']) {
      expect(keyStatus(facts({ lastVerdict: verdict }), now)).not.toBe('failing')
    }
  })

  it('is decided for every verdict', () => {
    for (const verdict of VERDICTS) {
      expect(['paired', 'warned', 'failing', 'unknown']).toContain(keyStatus(facts({ lastVerdict: verdict }), now))
    }
  })
})
