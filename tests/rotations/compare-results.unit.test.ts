import { expect, it } from 'vitest'
import { compareResults } from '#lib/rotations/compare-results'

it('says what the new value cannot and the old one could, and nothing where it can all of it', () => {
  const before = { owner: 'svc-a', organisation: 'org-1', permissions: ['read', 'write'], models: ['gpt-5', 'gpt-6'] }
  expect(compareResults(before, { ...before, permissions: ['read', 'write', 'admin'] })).toEqual([])
  expect(compareResults(undefined, {})).toEqual([])
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
