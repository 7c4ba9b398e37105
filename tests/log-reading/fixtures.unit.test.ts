import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeMasker } from '#lib/log-reading/mask-text'
import { KEY_PATTERNS } from '#lib/log-reading/secret-patterns'
import { expected } from './expected.ts'
import { readText, told } from './read-text.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')
const read = (file: string) => readFileSync(join(FIXTURES, file), 'utf8')
/** Ports of the lab differ from one recording to the next. */
const withoutPorts = (line: string) => line.replace(/127\.0\.0\.1:\d+/, '127.0.0.1')

/** A recorded file is one log, or several under lines that begin with `#: `. */
function sectionsOf(text: string): Map<string, string> {
  if (!text.startsWith('#: ')) return new Map([['all', text]])
  return new Map(
    text.split(/^#: /m).flatMap((part) => {
      const end = part.indexOf('\n')
      return part === '' ? [] : [[part.slice(0, end).trim(), part.slice(end + 1)]]
    }),
  )
}

describe('logs of real programs', () => {
  const cases = Object.entries(expected).flatMap(([file, sections]) =>
    Object.entries(sections).map(([section, groups]) => ({ file, section, groups })),
  )

  it.each(cases)('$file, $section: $groups', async ({ file, section, groups }) => {
    const text = sectionsOf(read(file)).get(section) ?? ''
    const reading = await readText(text)
    expect(told(reading).map(withoutPorts)).toEqual(groups)
    for (const { lines, count } of reading.groups) {
      expect(lines.length).toBeGreaterThan(0)
      expect(count).toBeGreaterThan(0)
      for (const { number } of lines) expect(number).toBeLessThanOrEqual(text.split('\n').length)
    }
  })

  it('knows every section of every recording', () => {
    const recorded = readdirSync(FIXTURES)
      .filter((file) => file !== 'README.md')
      .map((file) => [file, [...sectionsOf(read(file)).keys()]])
    expect(Object.fromEntries(recorded)).toEqual(
      Object.fromEntries(Object.entries(expected).map(([file, sections]) => [file, Object.keys(sections)])),
    )
  })

  it('holds nothing that looks like a secret', () => {
    const mask = makeMasker()
    const withoutStars = (text: string) => text.replace(/sk-[\w-]{0,20}[*.]{3,}[\w-]{0,20}/g, '')
    for (const file of Object.keys(expected)) {
      const lines = withoutStars(read(file)).split('\n')
      // The place of a key is masked whatever stands there, and here it is the placeholder.
      const masked = mask(lines.filter((line) => !line.includes('<key>')).join('\n'))
      expect(masked.split('\n').filter((line) => line.includes('[redacted]'))).toEqual([])
      for (const pattern of KEY_PATTERNS) expect(lines.join('\n').match(pattern)).toBeNull()
    }
  })
})
