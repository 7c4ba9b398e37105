import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readLog } from '#lib/log-reading/read-log'
import { adversarialLines } from './adversarial-lines.ts'
import { readText, told } from './read-text.ts'

const FAILURE = '2026-11-25T22:07:34Z Error: getaddrinfo ENOTFOUND api.openai.com'
const FOUND = ['dns_not_found proven node openai']
const MIB = 2 ** 20

describe('input of every kind', () => {
  it.each([
    ['one byte at a time', Buffer.from(FAILURE), 1],
    ['with CRLF', Buffer.from(`first\r\n${FAILURE}\r\nlast\r\n`), undefined],
    [
      'with NULs and invalid UTF-8 around it',
      Buffer.concat([Buffer.from('a\0b\n'), Buffer.from([0xff, 0xfe, 0xc3, 10]), Buffer.from(`${FAILURE}\n\0`)]),
      undefined,
    ],
    ['with colours', Buffer.from(`\u001b[31m${FAILURE}\u001b[39m`), undefined],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${FAILURE}`), undefined],
    ['UTF-16, with a mark', Buffer.from(`\ufeff${FAILURE}`, 'utf16le'), 3],
    ['UTF-16, without one', Buffer.from(FAILURE, 'utf16le'), undefined],
    ['UTF-16 the other way round', Buffer.from(`\ufeff${FAILURE}`, 'utf16le').swap16(), undefined],
    ['gzip', gzipSync(FAILURE), 5],
    ['gzip of UTF-16', gzipSync(Buffer.from(`\ufeff${FAILURE}`, 'utf16le')), undefined],
  ])('reads a log %s', async (_, bytes, pieces) => {
    expect(told(await readText(bytes, pieces === undefined ? {} : { pieces }))).toEqual(FOUND)
  })

  it('says of a file that is no text what it is, and reads nothing', async () => {
    const zip = await readText(Buffer.from([0x50, 0x4b, 3, 4, ...Buffer.from(FAILURE)]))
    expect(zip).toMatchObject({ groups: [], lines: 0, notes: [expect.stringContaining('zip')] })
  })

  it('keeps what came before gzip data broke off', async () => {
    const packed = gzipSync(
      `${FAILURE}\n${Array.from({ length: 20_000 }, (_, index) => `line ${index * 7919}`).join('\n')}`,
    )
    const reading = await readText(packed.subarray(0, packed.length / 2))
    expect(told(reading)).toEqual(FOUND)
    expect(reading.truncated).toBe(true)
    expect(reading.notes.join(' ')).toContain('damaged')
  })

  it('ends a gzip bomb at the limit', async () => {
    const reading = await readText(gzipSync(Buffer.alloc(64 * MIB, 'a')), { limits: { maxBytes: 2 * MIB } })
    expect(reading).toMatchObject({ bytes: 2 * MIB, truncated: true, groups: [] })
  })

  it('ends endless input at the limit, and closes it', async () => {
    let isClosed = false
    async function* endless() {
      try {
        for (;;) yield Buffer.from(`${FAILURE}\n`.repeat(1000))
      } finally {
        isClosed = true
      }
    }
    const reading = await readLog(endless(), { limits: { maxBytes: MIB } })
    expect(reading).toMatchObject({ bytes: MIB, truncated: true })
    expect(reading.notes.join(' ')).toContain('Reading ended before the log did')
    expect(told(reading)[0]).toMatch(/^dns_not_found proven node openai ×/)
    expect(isClosed).toBe(true)
  })

  it('cuts a line of ten mebibytes, and reads on behind it', async () => {
    const reading = await readText(`${'x'.repeat(10 * MIB)}\n${FAILURE}`, { pieces: 64 * 1024 })
    expect(reading.lines).toBe(2)
    expect(reading.groups.map(({ lines }) => lines)).toEqual([[{ number: 2, text: FAILURE }]])
  })

  it('holds no half of a secret where it cuts a line', async () => {
    const secret = 'AbC1'.repeat(400)
    const line = `${FAILURE} ${'x '.repeat(31_000)} ${secret} ${'y'.repeat(70_000)}`
    const shown = JSON.stringify(await readText(line, { knownSecrets: [secret], limits: { maxLineLength: 63_000 } }))
    expect(shown).not.toContain('AbC1AbC1')
  })

  it('gives an empty log an empty reading', async () => {
    expect(await readText('')).toEqual({ bytes: 0, lines: 0, truncated: false, unknownLines: 0, groups: [], notes: [] })
  })

  it('passes an error of the stream on', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a line\n')
      throw new Error('the upload broke off')
    }
    await expect(readLog(broken())).rejects.toThrow('the upload broke off')
  })

  it('keeps to a hundred groups of five lines, whatever a log names', async () => {
    const lines = Array.from({ length: 3000 }, (_, index) => `Error: getaddrinfo ENOTFOUND h${index}.example.com`)
    const { groups } = await readText(lines.join('\n'))
    expect(groups).toHaveLength(100)
    const { groups: same } = await readText(Array.from({ length: 3000 }, () => FAILURE).join('\n'))
    expect(same).toMatchObject([{ count: 3000 }])
    expect(same[0]?.lines).toHaveLength(5)
  })

  it('comes to an end with lines that are made to keep a pattern busy', async () => {
    const reading = await readText(adversarialLines(16_000).join('\n'))
    expect(reading.lines).toBeGreaterThan(100)
  })
})
