import { randomBytes } from 'node:crypto'
import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openKeyring } from '#lib/vault/open-keyring'
import { freshWorld, type World } from '../support/world.ts'

let world: World
let file: string
const place = {
  purpose: 'key-version',
  projectId: 'p',
  environmentId: 'e',
  keyId: 'k',
  version: 1,
  field: 'value',
} as const
const randomKey = () => randomBytes(32).toString('base64')

beforeEach(async () => {
  world = await freshWorld()
  file = path.join(world.runtime.env.dataDir, 'master.key')
})
afterEach(() => world.close())

const open = (settings: object = {}) => openKeyring({ env: { ...world.runtime.env, ...settings }, db: world.db })
const rows = () => world.db.rootKey.findMany()

/** The start is refused with this sentence and exit code, and nothing was written. */
async function refused(sentence: RegExp, settings: object = {}) {
  const before = { rows: await rows(), file: await readFile(file, 'utf8').catch(() => null) }
  await expect(open(settings)).rejects.toMatchObject({ message: expect.stringMatching(sentence), exitCode: 78 })
  expect({ rows: await rows(), file: await readFile(file, 'utf8').catch(() => null) }).toEqual(before)
}

describe('the master key', () => {
  it('is made on first start, for its owner alone, and opens the same values on the next', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const sealed = world.runtime.keyring.seal(place, 'a value')
    expect((await open()).open(place, sealed)).toBe('a value')
    expect(await rows()).toHaveLength(1)
  })

  it('stops the start when it is the wrong one, naming both by their fingerprints', async () => {
    await refused(
      /^This is the wrong master key: .* sealed under file:[0-9a-f]{16}, the one given is env:[0-9a-f]{16}\./,
      { masterKey: randomKey() },
    )
    await writeFile(file, randomKey())
    await refused(/^This is the wrong master key/)
  })

  it('may come from the environment in place of the file', async () => {
    const sealed = world.runtime.keyring.seal(place, 'a value')
    expect((await open({ masterKey: await readFile(file, 'utf8') })).open(place, sealed)).toBe('a value')
  })

  it('is not made anew when it is missing', async () => {
    await rm(file)
    await refused(/^The master key is missing: .*master\.key is not there/)
    await expect(stat(file)).rejects.toThrow()
  })

  it('is told from a damaged row', async () => {
    const [row] = await rows()
    if (!row) throw new Error('no root key')
    for (const column of ['wrapped', 'canary'] as const) {
      const damaged = Uint8Array.from(row[column], (byte, index) => (index === 20 ? byte ^ 1 : byte))
      await world.db.rootKey.update({ where: { version: 1 }, data: { ...row, [column]: damaged } })
      await refused(/^The row of root key 1 is damaged, though the master key is the right one/)
    }
    await world.db.rootKey.update({ where: { version: 1 }, data: { ...row, check: 'f'.repeat(32) } })
    await refused(/^The row of root key 1 is damaged/)
  })

  it('is not one that is known, patterned or no key at all', async () => {
    const counting = Buffer.from(Array.from({ length: 32 }, (_, index) => index)).toString('base64')
    for (const masterKey of [
      Buffer.alloc(32).toString('base64'),
      Buffer.alloc(32, 'ab').toString('base64'),
      counting,
    ]) {
      await refused(/sample or a pattern/, { masterKey })
    }
    for (const masterKey of ['short', `${randomKey()}AAAA`, randomBytes(32).toString('hex'), 'not base64 at all!']) {
      await refused(/^CLAVIGER_MASTER_KEY does not hold a master key/, { masterKey })
    }
  })

  it('that cannot be read is no reason to make another', async () => {
    await refused(/cannot be read/, { masterKeyFile: path.join(world.runtime.env.dataDir, 'elsewhere.key') })
    await chmod(file, 0o600)
    await writeFile(file, '')
    await refused(/does not hold a master key/)
  })

  it('is one, also when two replicas start at once on an empty database', async () => {
    await world.db.rootKey.deleteMany()
    const masterKey = randomKey()
    const keyrings = await Promise.all([1, 2, 3].map(() => open({ masterKey })))
    expect(await rows()).toHaveLength(1)
    expect(new Set(keyrings.map((keyring) => keyring.fingerprint('a'))).size).toBe(1)
  })

  it('appears in no sentence', async () => {
    const masterKey = randomKey()
    const error: unknown = await open({ masterKey }).catch((thrown) => thrown)
    expect(error instanceof Error && `${error.message}${error.stack}`).not.toContain(masterKey.slice(0, 20))
  })
})
