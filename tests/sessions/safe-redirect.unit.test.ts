import { describe, expect, it } from 'vitest'
import { safeRedirect } from '#lib/http/auth'

const base = 'https://keys.example.test'

describe('after signing in', () => {
  it.each(['/', '/keys?q=a', `${base}/audit`])('goes on to %s', (url) => {
    expect(safeRedirect(url, base)).toBe(new URL(url, base).href)
  })

  it.each([
    '//evil.test',
    '/\\evil.test',
    '/\t/evil.test',
    'https:evil.test',
    'https://evil.test',
    `${base}@evil.test`,
    'https://keys.example.test.evil.test',
    'javascript:alert(1)',
    'https://keys。evil.test',
    ''.padEnd(10, '/'),
  ])('never goes to another site: %j', (url) => {
    expect(new URL(safeRedirect(url, base)).origin).toBe(base)
  })
})
