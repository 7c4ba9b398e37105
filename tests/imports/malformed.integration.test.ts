import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findProvider } from '#lib/providers/catalog'
import { callRoute } from '../support/call-route.ts'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World, type WorldProject } from '../support/world.ts'

const FILES = 1000
const letters = (length: number) => randomBytes(length).toString('hex').slice(0, length)

describe('a thousand malformed files', () => {
  let world: World
  let project: WorldProject
  let token: string
  beforeAll(async () => {
    world = await freshWorld()
    project = await world.project()
    const { id } = await world.member('member', { [project.development]: 'manager' })
    token = await world.token(id)
  })
  afterAll(() => world.close())

  it('end in an answer below 500, all or nothing, and no message holds a value', { timeout: 120_000 }, async () => {
    const canary = () => `${findProvider('openai')?.keyFormats[0]?.example(letters) ?? randomKey()}`
    const outcomes = new Map<number, number>()
    const files = fc.sample(malformed(canary), { numRuns: FILES, seed: 4 })
    for (const [at, { format, text, canaries }] of files.entries()) {
      const before = await world.db.key.count({ where: { projectId: project.id } })
      const response = await callRoute('POST', '/import', {
        token,
        body: { project: project.slug, environment: 'development', format, text, dryRun: at % 3 === 0 },
      })
      const answer = await response.text()
      outcomes.set(response.status, (outcomes.get(response.status) ?? 0) + 1)
      expect(response.status).toBeLessThan(500)
      for (const value of canaries) expect(answer).not.toContain(value)
      const after = await world.db.key.count({ where: { projectId: project.id } })
      const { counts, dryRun } = response.status === 200 ? JSON.parse(answer) : { counts: { add: 0 }, dryRun: true }
      expect(after - before).toBe(dryRun ? 0 : counts.add)
    }
    // Both kinds were among them: such as could be read in part, and such as could not be at all.
    expect(outcomes.get(200)).toBeGreaterThan(FILES / 2)
    const events = await world.events({ action: 'key.import' })
    for (const { canaries } of files)
      for (const value of canaries) expect(events.some(({ body }) => body.includes(value))).toBe(false)
  })
})

/** Good files of every format, damaged: cut off, with bytes changed, doubled, of another format than is said. */
function malformed(canary: () => string) {
  const entries = fc.array(
    fc.tuple(
      fc.constantFrom('OPENAI_API_KEY', 'A_KEY', 'a.b', '1BAD', '', 'Ünïcode', 'x'.repeat(300)),
      fc.constant(null).map(canary),
    ),
    { minLength: 1, maxLength: 6 },
  )
  const written = fc.tuple(fc.constantFrom('dotenv', 'json', 'yaml', 'csv'), entries).map(([format, pairs]) => {
    const texts: Record<string, string> = {
      dotenv: pairs.map(([name, value]) => `${name}="${value}"`).join('\n'),
      json: JSON.stringify(Object.fromEntries(pairs), null, 1),
      yaml: pairs.map(([name, value]) => `${name || '""'}: ${value}`).join('\n'),
      csv: ['key,value', ...pairs.map(([name, value]) => `${name},"${value}"`)].join('\n'),
    }
    return { format, text: texts[format] ?? '', canaries: pairs.map(([, value]) => value) }
  })
  const damage = fc.record({
    cut: fc.double({ min: 0.3, max: 1, noNaN: true }),
    puts: fc.array(
      fc.tuple(
        fc.nat(400),
        fc.constantFrom('"', '{', ']', '\0', '\n', '\t', ': ', '&a ', '*a', '\ud800', ',', '#', '\r', '${X}', '---\n'),
      ),
      { maxLength: 3 },
    ),
    as: fc.option(fc.constantFrom('dotenv', 'json', 'yaml', 'csv'), { freq: 4 }),
    twice: fc.boolean(),
  })
  return fc.tuple(written, damage).map(([{ format, text, canaries }, { cut, puts, as, twice }]) => {
    let damaged = text.slice(0, Math.ceil(text.length * cut))
    for (const [at, piece] of puts) damaged = damaged.slice(0, at) + piece + damaged.slice(at)
    return { format: as ?? format, text: twice ? `${damaged}\n${damaged}` : damaged, canaries }
  })
}
