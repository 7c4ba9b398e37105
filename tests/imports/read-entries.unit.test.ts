import { describe, expect, it } from 'vitest'
import { guessImportFormat } from '#lib/format/guess-import-format'
import { readEntries } from '#lib/imports/read-entries'
import type { ImportFormat } from '#lib/imports/schema'

const read = (text: string, format: ImportFormat) =>
  readEntries(text, format, 1000).map(({ line, name, value, problem }) => [line, name, value ?? problem])

const CASES: [says: string, format: ImportFormat, text: string, expected: ReturnType<typeof read>][] = [
  [
    'names with values, a number as it was written',
    'json',
    '{\n  "A_KEY": "one",\n  "B_KEY": 1.50,\n  "C_KEY": null\n}',
    [
      [2, 'A_KEY', 'one'],
      [3, 'B_KEY', '1.50'],
      [4, 'C_KEY', ''],
    ],
  ],
  [
    'HashiCorp Vault: vault kv get -format=json',
    'json',
    '{"request_id":"r","data":{\n"data":{\n"A_KEY":"one"\n},"metadata":{"version":1}}}',
    [[3, 'A_KEY', 'one']],
  ],
  [
    'Doppler: doppler secrets --json',
    'json',
    '{\n"A_KEY":{"computed":"one","note":"","raw":"one"}}',
    [[2, 'A_KEY', 'one']],
  ],
  [
    'Infisical: infisical export --format=json',
    'json',
    '[\n{"key":"A_KEY","value":"one","type":"shared"},\n{"key":"B_KEY","value":"two"}]',
    [
      [2, 'A_KEY', 'one'],
      [3, 'B_KEY', 'two'],
    ],
  ],
  [
    '1Password: op item get --format json',
    'json',
    '{"id":"x","title":"Keys","fields":[\n{"id":"u","label":"A_KEY","type":"CONCEALED","value":"one"},\n{"id":"n","label":"notesPlain"}]}',
    [
      [2, 'A_KEY', 'one'],
      [3, 'notesPlain', ''],
    ],
  ],
  [
    'YAML, with comments, quotes and a value of several lines',
    'yaml',
    '# keys\nA_KEY: one # not this\nB_KEY: "two: \\n"\nC_KEY: |\n  three\n  four\n',
    [
      [2, 'A_KEY', 'one'],
      [3, 'B_KEY', 'two: \n'],
      [4, 'C_KEY', 'three\nfour\n'],
    ],
  ],
  [
    'what is no value, with its line',
    'yaml',
    'A_KEY: one\ngroup:\n  B_KEY: two\nlist: [1]\nanchor: &a x\nalias: *a\n',
    [
      [1, 'A_KEY', 'one'],
      [2, 'group', 'This is a group of names, not a value. Import it by itself.'],
      [4, 'list', 'This is a list, not a value.'],
      [5, 'anchor', 'x'],
      [6, 'alias', 'The value stands elsewhere in the file. Write it here.'],
    ],
  ],
  [
    'CSV by its heading, with quotes and values of several lines',
    'csv',
    'Type,Key,Value\nshared,A_KEY,one\nshared,B_KEY,"two\nlines, ""quoted"""\nshared,C_KEY,three\n',
    [
      [2, 'A_KEY', 'one'],
      [3, 'B_KEY', 'two\nlines, "quoted"'],
      [5, 'C_KEY', 'three'],
    ],
  ],
  [
    'CSV without such a heading',
    'csv',
    'A_KEY,one\n',
    [[1, null, 'The first line has to name the columns: one called key or name, and one called value.']],
  ],
  ['JSON that ends too early', 'json', '{"A_KEY": "one"', [[1, null, 'From here on it cannot be read as JSON.']]],
  ['a mere text', 'json', '"one"', [[1, null, 'There are no names here: it has to be a list, or names with values.']]],
]

describe('reading a file', () => {
  it.each(CASES)('%s', (_says, format, text, expected) => {
    expect(read(text, format)).toEqual(expected)
  })

  it.each(CASES.slice(0, 8))('guesses the format: %s', (_says, format, text) => {
    expect(guessImportFormat(text)).toBe(format)
  })

  it('is not led astray by what is built to be expensive', () => {
    const since = performance.now()
    const bombs: [string, ImportFormat][] = [
      ['['.repeat(200_000), 'json'],
      ['['.repeat(100_000) + ']'.repeat(100_000), 'yaml'],
      [`a: &a ["x","x"]\n${Array.from({ length: 30 }, (_, at) => `b${at}: &b${at} [*a,*a,*a]`).join('\n')}`, 'yaml'],
      [`key,value\n${'"'.repeat(500_000)}`, 'csv'],
      [`${'a,'.repeat(400_000)}\n`, 'csv'],
    ]
    for (const [text, format] of bombs)
      expect(readEntries(text, format, 10_000).every(({ value }) => !value || value.length < 10)).toBe(true)
    expect(performance.now() - since).toBeLessThan(10_000)
  })
})
