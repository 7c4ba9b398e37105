import { expect, it } from 'vitest'
import { compareResults } from '#lib/rotations/compare-results'

it('says what the new value cannot and the old one could, and nothing where it can all of it', () => {
  const before = { owner: 'svc-a', organisation: 'org-1', permissions: ['read', 'write'], models: ['gpt-5', 'gpt-6'] }
  expect(compareResults(before, { ...before, permissions: ['read', 'write', 'admin'] })).toEqual([])
  expect(compareResults(undefined, {})).toEqual([])
  const limits = { 'x-ratelimit-limit-requests': '500', 'x-ratelimit-remaining-requests': '499' }
  expect(
    compareResults(
      { rateLimit: limits },
      { rateLimit: { ...limits, 'x-ratelimit-limit-requests': '60', 'x-ratelimit-remaining-requests': '1' } },
    ),
  ).toEqual(['Its limit x-ratelimit-limit-requests is 60; that of the value before was 500.'])
  expect(
    compareResults(before, {
      owner: 'svc-b',
      permissions: ['read'],
      models: ['gpt-5'],
      expiresAt: '2027-01-01T00:00:00Z',
    }),
  ).toEqual([
    'It belongs to svc-b; the value before belonged to svc-a.',
    'It lacks what the value before had: write.',
    'It does not reach 1 models that the value before reached: gpt-6.',
    'It expires 2027-01-01, sooner than the value before.',
  ])
})
