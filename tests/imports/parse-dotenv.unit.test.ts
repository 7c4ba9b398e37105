import { describe, expect, it } from 'vitest'
import { parseDotenv } from '#lib/imports/parse-dotenv'

const values = (text: string) =>
  Object.fromEntries(parseDotenv(text).map(({ name, value, problem }) => [name, value ?? problem]))

describe('a .env', () => {
  it.each<[string, string, Record<string, string>]>([
    ['plain values', 'A=1\nB=two words\n', { A: '1', B: 'two words' }],
    ['blanks around', '  A = 1  \n\tB\t=\t2\t\n', { A: '1', B: '2' }],
    ['export', 'export A=1\nexport  B="2"', { A: '1', B: '2' }],
    ['a colon in place of =', 'A: 1', { A: '1' }],
    ['single quotes, which take everything as it is', 'A=\'a \\n ${B} "x" # y\'', { A: 'a \\n ${B} "x" # y' }],
    ['backticks', 'A=`it\'s "x"`', { A: `it's "x"` }],
    ['escapes in double quotes', 'A="a\\nb\\t\\"c\\" \\\\ \\$d"', { A: 'a\nb\t"c" \\ $d' }],
    ['values of several lines', 'A="-----BEGIN\nabc\n-----END"\nB=2', { A: '-----BEGIN\nabc\n-----END', B: '2' }],
    ['comments', '# first\nA=1 # one\nB=2#3\n   # last\nC="#4" # four', { A: '1', B: '2#3', C: '#4' }],
    ['CRLF and a byte order mark', '\ufeffA=1\r\nB="x\r\ny"\r\n', { A: '1', B: 'x\ny' }],
    ['values with = in them', 'A=b==\nURL=postgres://u:p@h/d?a=b', { A: 'b==', URL: 'postgres://u:p@h/d?a=b' }],
    ['no value', 'A=\nB=""\nC= # nothing', { A: '', B: '', C: '' }],
    ['a bare dollar', 'A=pa$word', { A: 'pa$word' }],
  ])('is read with %s', (_, text, expected) => {
    expect(values(text)).toEqual(expected)
  })

  it('tells the line of every entry, also after values of several lines', () => {
    expect(parseDotenv('# c\nA="1\n2"\n\nB=3\r\nC=4').map(({ name, line }) => [name, line])).toEqual([
      ['A', 2],
      ['B', 5],
      ['C', 6],
    ])
  })

  it('is read on after a line that cannot be read, and no problem repeats what stands there', () => {
    const entries = parseDotenv("not a line s3cret\nA=\"never closed s3cret\nB=2\nC='x' s3cret\nD=4\n=5")
    expect(entries.map(({ name, value }) => [name, value])).toEqual([
      [null, undefined],
      ['A', undefined],
      ['B', '2'],
      ['C', undefined],
      ['D', '4'],
      [null, undefined],
    ])
    expect(JSON.stringify(entries.map(({ problem }) => problem))).not.toContain('s3cret')
  })

  it('marks values that refer to other variables', () => {
    const marked = parseDotenv('A=${B}x\nB="a ${C}"\nC=\'${D}\'\nD="\\${E}"').filter(({ interpolated }) => interpolated)
    expect(marked.map(({ name }) => name)).toEqual(['A', 'B'])
  })

  it.each([
    ['quotes that never close', 'A="x\n'],
    ['quotes of every kind', 'A="\'`\nB=`\n'],
    ['names without values', 'AAAAAAAA\n'],
    ['comments', '#\n'],
    ['blanks', ' \n'],
    ['one long line', 'A'],
    ['a value of blanks', `A=${' '.repeat(5 * 1024 * 1024 - 3)}x`],
    ['a quote and blanks', `A="x" ${' '.repeat(5 * 1024 * 1024 - 7)}x`],
  ])('of 5 MiB is read in time that grows with its length, up to ten thousand entries: %s', (_, line) => {
    const text = line.repeat(Math.floor((5 * 1024 * 1024) / line.length))
    const started = performance.now()
    expect(parseDotenv(text, 10_000).length).toBeLessThanOrEqual(10_000)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
