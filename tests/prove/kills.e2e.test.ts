import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDataFolder, removeDataFolder } from '../support/data-folder.ts'
import { checkSurvival } from './kills/check-survival.ts'
import { launch, lookInside, type Running, stopCleanly } from './kills/installation.ts'
import { createKey, type Desk, operations } from './kills/operations.ts'
import { type Crew, setUp } from './kills/set-up.ts'
import { proveKills } from './kills.ts'

/** A sample; `npm run prove -- kills` does all of it. The seed may be chosen: a failure names the round to repeat. */
const seed = Number(process.env.CLAVIGER_PROVE_SEED ?? 2)

it('a server killed at any moment loses nothing that it acknowledged, and the next start needs no help', async () => {
  const rounds = await proveKills({ seed, named: 3, random: 2 })
  expect(rounds.filter(({ wrong }) => wrong.length > 0)).toEqual([])
  expect(rounds).toHaveLength(6)
})

describe('the proof itself', () => {
  const dataDir = makeDataFolder()
  let running: Running
  let crew: Crew
  let desk: Desk
  beforeAll(async () => {
    running = await launch(dataDir)
    await running.ready
    crew = await setUp(running)
    desk = crew.at(running.baseUrl)
  })
  afterAll(async () => {
    await stopCleanly(running)
    await crew.lab.stop()
    removeDataFolder(dataDir)
  })

  const asSuperuser = (sql: string) => lookInside(dataDir, sql, { role: 'superuser' })
  const wrong = async () => (await checkSurvival(desk, dataDir, { since: 0 })).wrong

  it('finds nothing wrong where nothing is', async () => {
    for (const name of ['create', 'replace', 'import', 'delete', 'grant', 'token', 'invite', 'test'] as const)
      await operations[name](desk)
    expect(await wrong()).toEqual([])
  })

  it('finds a change that was lost, a version too many, an import that is half there, and an event that is gone', async () => {
    const { name, id } = await createKey(desk)
    await asSuperuser(`UPDATE keys SET notes = 'of an older day' WHERE id = '${id}'`)
    expect(await wrong()).toEqual([`${name} is not as it was acknowledged`])
    await asSuperuser(`UPDATE keys SET notes = '' WHERE id = '${id}'`)

    await asSuperuser(`UPDATE key_versions SET state = 'previous' WHERE key_id = '${id}'`)
    expect(await wrong()).toEqual([`${name} has not exactly one current version`])
    await asSuperuser(`UPDATE key_versions SET state = 'current' WHERE key_id = '${id}'`)

    const known = desk.ledger.find(name)
    const half = { before: { [name]: null, OTHER: null }, after: { [name]: known, OTHER: known } }
    desk.ledger.open.add(half)
    expect(await wrong()).toEqual(['a change of 2 keys is half there'])
    desk.ledger.open.delete(half)

    desk.ledger.expect('key.revoke', id)
    expect(await wrong()).toEqual([`there is no event key.revoke of ${id}`])
    // The table itself refuses; only whoever may turn that off gets this far.
    await asSuperuser('SET session_replication_role = replica; DELETE FROM audit_events WHERE seq = 6')
    expect((await wrong()).join()).toContain('the audit chain does not verify')
  })
})
