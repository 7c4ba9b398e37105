import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { newId } from '#lib/ids'
import type { Place } from '#lib/vault/envelope'
import type { World } from '../support/world.ts'

export interface StoredValue {
  place: Place
  value: string
}

/** Two members, a project, keys with values of every awkward kind, and events in the chain. */
export async function fillWorld(world: World): Promise<StoredValue[]> {
  const project = await world.project()
  await world.member('owner')
  await world.member('member', { [project.development]: 'developer' })
  const awkward = ['tab\there', 'line\nbreak\r\n', 'back\\slash \\N \\.', 'ünïcödé 🔑', '"quoted", \'too\'']
  const stored: StoredValue[] = []
  for (const notes of awkward) {
    const place: Place = {
      purpose: 'key-version',
      projectId: project.id,
      environmentId: project.development,
      keyId: newId('key'),
      version: 1,
      field: 'value',
    }
    const value = `canary-${randomBytes(24).toString('base64url')}`
    await storeKey(world, place, value, notes)
    stored.push({ place, value })
  }
  const grant = await authorize(world.operator, 'installation.operate')
  for (const name of awkward) {
    await commit(grant, async () => ({ result: undefined, event: { target: { type: 'test', id: 'test', name } } }))
  }
  return stored
}

async function storeKey(world: World, place: Place, value: string, notes: string): Promise<void> {
  const { keyring } = world.runtime
  const fingerprint = keyring.fingerprint(value)
  const { keyId, projectId, environmentId } = place
  const version = {
    id: newId('ver'),
    number: 1,
    state: 'current' as const,
    sealed: new Uint8Array(keyring.seal(place, value)),
    fingerprint,
    masked: '…',
  }
  await world.db.key.create({
    data: {
      id: keyId,
      projectId,
      environmentId,
      name: keyId,
      provider: 'openai',
      masked: '…',
      fingerprint,
      notes,
      tags: [notes, 'b'],
      versions: { create: version },
      state: { create: {} },
    },
  })
}

/** Every row of every table, as text in a fixed order. */
export async function tablesOf(url: string): Promise<Record<string, string[]>> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows: names } = await client.query(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1",
  )
  const tables: Record<string, string[]> = {}
  for (const { name } of names) {
    const { rows } = await client.query(`SELECT t::text AS row FROM public."${name}" t ORDER BY 1`)
    tables[name] = rows.map(({ row }) => row)
  }
  await client.end()
  return tables
}
