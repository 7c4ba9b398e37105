import { randomBytes } from 'node:crypto'
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { authorize } from '#lib/access/authorize'
import { confirmRecoveryKey } from '#lib/recovery/confirm-recovery-key'
import { createRecoveryKey } from '#lib/recovery/create-recovery-key'
import { isRecoveryConfirmed } from '#lib/recovery/find-recovery'
import { makeRecoveryKey, printRecoveryKey } from '#lib/recovery/recovery-key'
import { recoveryReminder } from '#lib/recovery/recovery-reminder'
import { refuseNeedlessRecovery, restoreMasterKey } from '#lib/recovery/restore-master-key'
import { rewrapRootKeys } from '#lib/recovery/rewrap-root-keys'
import { rotateMasterKey } from '#lib/recovery/rotate-master-key'
import { unlockWithRecoveryKey } from '#lib/recovery/unlock-with-recovery-key'
import { openKeyring, openRootKey } from '#lib/vault/open-keyring'
import { findSeal } from '#lib/vault/seals/find-seal'
import { nextFileSeal } from '#lib/vault/seals/settle-master-key'
import { fillWorld, type StoredValue } from '../backup/fill-world.ts'
import { freshWorld, type World } from '../support/world.ts'

let world: World
let stored: StoredValue[]
let masterKeyFile: string

beforeEach(async () => {
  world = await freshWorld()
  stored = await fillWorld(world)
  masterKeyFile = path.join(world.runtime.env.dataDir, 'master.key')
})
afterEach(() => world.close())

describe('the recovery key', () => {
  it('opens every value again after the master key is lost, and leaves events without a secret', async () => {
    const { printed } = await createRecoveryKey(world.operator)
    await rm(masterKeyFile)
    await expect(opened()).rejects.toThrow(/master key is missing.*recovery-key restore/)
    await restoreMasterKey(world.operator, await unlockWithRecoveryKey(world.db, printed))
    await everyValueOpens()
    expect((await stat(masterKeyFile)).mode & 0o777).toBe(0o600)
    const log = JSON.stringify((await world.events()).map(({ body }) => body))
    for (const group of printed.split('-').slice(1)) expect(log).not.toContain(group)
    expect(log).toContain('"by":"recovery"'.replaceAll('"', '\\"'))
  })

  it('stays valid after the master key was rotated or restored', async () => {
    const { printed } = await createRecoveryKey(world.operator)
    await rotateMasterKey(world.operator)
    await rm(masterKeyFile)
    await restoreMasterKey(world.operator, await unlockWithRecoveryKey(world.db, printed))
    await rm(masterKeyFile)
    await restoreMasterKey(world.operator, await unlockWithRecoveryKey(world.db, printed))
    await everyValueOpens()
  })

  it('that is mistyped, of another installation, replaced or was never made, is told apart', async () => {
    const unlock = (printed: string) => unlockWithRecoveryKey(world.db, printed)
    await expect(unlock(printRecoveryKey(makeRecoveryKey()))).rejects.toThrow('No recovery key was made')
    const first = await createRecoveryKey(world.operator)
    const second = await createRecoveryKey(world.operator)
    expect([first.replaced, second.replaced]).toEqual([false, true])
    await expect(unlock(first.printed)).rejects.toThrow('a newer one was made since')
    await expect(unlock(printRecoveryKey(makeRecoveryKey()))).rejects.toThrow('another installation')
    await expect(unlock(second.printed.slice(0, -1))).rejects.toThrow('A character is wrong')
    expect((await unlock(second.printed)).size).toBe(1)
  })

  it('reminds until somebody shows the last group, and again when a new one is made', async () => {
    const owner = await world.member('owner')
    expect(await recoveryReminder(world.operator)).toContain('npx claviger recovery-key')
    await expect(confirmRecoveryKey(owner.ctx, 'AAAAA')).rejects.toThrow('no recovery key to confirm')
    const { printed } = await createRecoveryKey(world.operator)
    expect(await recoveryReminder(world.operator)).toContain('recovery-key confirm')
    await expect(confirmRecoveryKey(owner.ctx, 'AAAAA')).rejects.toThrow('not the last group')
    expect(await isRecoveryConfirmed(owner.ctx)).toBe(false)
    await confirmRecoveryKey(owner.ctx, printed.slice(-5).toLowerCase())
    expect(await isRecoveryConfirmed(owner.ctx)).toBe(true)
    expect(await recoveryReminder(world.operator)).toBeNull()
    await createRecoveryKey(world.operator)
    expect(await isRecoveryConfirmed(owner.ctx)).toBe(false)
  })

  it('is confirmed by owners and admins alone, and a refusal is recorded', async () => {
    const member = await world.member('member')
    await expect(confirmRecoveryKey(member.ctx, 'AAAAA')).rejects.toThrow('Your role does not allow this')
    await expect(createRecoveryKey((await world.member('owner')).ctx)).rejects.toThrow('shell on the machine')
    expect(await world.events({ outcome: 'denied' })).toHaveLength(2)
  })

  it('is not used where the master key is in place, and never overwrites a file', async () => {
    const rows = await world.db.rootKey.findMany()
    await expect(refuseNeedlessRecovery(world.runtime.env, rows)).rejects.toThrow('nothing to recover')
    const foreign = `${randomBytes(32).toString('base64')}\n`
    await rename(masterKeyFile, `${masterKeyFile}.mine`)
    await writeFile(masterKeyFile, foreign, { mode: 0o600 })
    await expect(refuseNeedlessRecovery(world.runtime.env, rows)).rejects.toThrow('move it away first')
    expect(await readFile(masterKeyFile, 'utf8')).toBe(foreign)
    await expect(opened()).rejects.toThrow('This is the wrong master key')
  })
})

describe('rotating the master key', () => {
  it('seals the root keys anew, keeps the old file beside it, and every value still opens', async () => {
    const before = await readFile(masterKeyFile, 'utf8')
    const { oldFile, sealId } = await rotateMasterKey(world.operator)
    expect(await readFile(oldFile ?? '', 'utf8')).toBe(before)
    expect(await readFile(masterKeyFile, 'utf8')).not.toBe(before)
    expect((await stat(masterKeyFile)).mode & 0o777).toBe(0o600)
    expect(path.basename(oldFile ?? '')).toMatch(/^master\.key\.\d{8}T\d{9}Z\.old$/)
    const [row] = await world.db.rootKey.findMany()
    expect(row?.sealId).toBe(sealId)
    const old = await findSeal({ ...world.runtime.env, masterKey: before.trim() })
    if (row && old) await expect(openRootKey(old, row)).rejects.toThrow('wrong master key')
    await everyValueOpens()
    const log = JSON.stringify((await world.events()).map(({ body }) => body))
    expect(log).not.toContain(before.trim())
    expect(log).not.toContain((await readFile(masterKeyFile, 'utf8')).trim())
  })

  it('killed before the database knows: the old key goes on working, and the next try succeeds', async () => {
    const next = await nextFileSeal(world.runtime.env)
    await everyValueOpens()
    expect((await rotateMasterKey(world.operator)).sealId).toBe(next.id)
    await everyValueOpens()
    expect(await files()).not.toContain('master.key.new')
  })

  it('killed after the database knows: the next start puts the new key in its place', async () => {
    const { env } = world.runtime
    const [row] = await world.db.rootKey.findMany()
    const seal = await findSeal(env)
    if (!row || !seal) throw new Error('no root key')
    const grant = await authorize(world.operator, 'installation.operate')
    await rewrapRootKeys(grant, new Map([[1, await openRootKey(seal, row)]]), await nextFileSeal(env), 'rotation')
    expect(await files()).toContain('master.key.new')
    await everyValueOpens()
    expect(await files()).not.toContain('master.key.new')
    expect((await files()).filter((name) => name.endsWith('.old'))).toHaveLength(1)
    await everyValueOpens()
  })

  it('by two at once ends with one key that opens everything', async () => {
    const results = await Promise.allSettled([rotateMasterKey(world.operator), rotateMasterKey(world.operator)])
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true)
    await everyValueOpens()
  })

  it('takes a new key from a file where the settings give the old one', async () => {
    const oldKey = randomBytes(32).toString('base64')
    const other = await freshWorld({ CLAVIGER_MASTER_KEY: oldKey })
    await expect(rotateMasterKey(other.operator)).rejects.toThrow('--new-key FILE')
    const file = path.join(other.runtime.env.dataDir, 'next')
    await writeFile(file, `${oldKey}\n`)
    await expect(rotateMasterKey(other.operator, file)).rejects.toThrow('same as the old one')
    const newKey = randomBytes(32).toString('base64')
    await writeFile(file, `${newKey}\n`)
    await rotateMasterKey(other.operator, file)
    await expect(openKeyring(other.runtime)).rejects.toThrow('wrong master key')
    const keyring = await openKeyring({ db: other.db, env: { ...other.runtime.env, masterKey: newKey } })
    expect(keyring.sealId).toMatch(/^env:/)
    await other.close()
  })
})

const opened = () => openKeyring(world.runtime)
const files = () => readdir(world.runtime.env.dataDir)

/** As a new start would: with nothing but the data folder and the database. */
async function everyValueOpens(): Promise<void> {
  const keyring = await opened()
  expect(stored.length).toBeGreaterThan(0)
  for (const { place, value } of stored) {
    const row = await world.db.keyVersion.findFirstOrThrow({ where: { keyId: place.keyId, number: place.version } })
    expect(keyring.open(place, row.sealed)).toBe(value)
  }
}
