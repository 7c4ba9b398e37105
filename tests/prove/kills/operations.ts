import { randomBytes } from 'node:crypto'
import type { Answer, ApiClient, Asking } from '../../support/api-client.ts'
import type { KnownKey, Ledger } from './ledger.ts'

/** Where the client works, and with what. */
export interface Desk {
  api: ApiClient
  /** Posts, and hears every piece of the answer as it comes. */
  listen(path: string, body: unknown, onText: (text: string) => unknown): Promise<void>
  /** Others who may verify the audit chain. */
  auditors: ApiClient[]
  ledger: Ledger
  environmentId: string
  /** Whose role is changed. */
  memberId: string
  /** A provider's address, and fresh keys that it accepts. */
  provider: { baseUrl: string; issue(): string }
}

export const PLACE = { project: 'kills', environment: 'staging' }
const IMPORTED = 25
const newName = (prefix: string) => `${prefix}_${randomBytes(5).toString('hex').toUpperCase()}`

/** Everything that the client does. Each ends when it is acknowledged and written into the ledger. */
export const operations = {
  async create(desk: Desk): Promise<void> {
    await createKey(desk)
  },
  async replace(desk: Desk): Promise<void> {
    const { name, id, key } = await someKey(desk)
    const value = desk.provider.issue()
    const after = { [name]: { ...key, value, version: key.version + 1 } }
    await desk.ledger.change(after, () => ask(desk, 'POST', `/keys/${id}/versions`, { body: { value } }))
    desk.ledger.expect('key.replace', id)
  },
  async edit(desk: Desk): Promise<void> {
    const { name, id, key } = await someKey(desk)
    const notes = `notes ${randomBytes(8).toString('hex')}`
    await desk.ledger.change({ [name]: { ...key, notes } }, () =>
      ask(desk, 'PATCH', `/keys/${id}`, { body: { notes } }),
    )
    desk.ledger.expect('key.edit', id)
  },
  async delete(desk: Desk): Promise<void> {
    await deleteKey(desk, await someKey(desk))
  },
  async restore(desk: Desk): Promise<void> {
    const { name, id, key } = await someKey(desk)
    await deleteKey(desk, { name, id, key })
    await desk.ledger.change({ [name]: key }, () => ask(desk, 'POST', `/keys/${id}/restoration`))
    desk.ledger.expect('key.restore', id)
  },
  async reveal(desk: Desk): Promise<void> {
    const { id, key } = await someKey(desk)
    const { json } = await ask(desk, 'POST', `/keys/${id}/reveals`, { body: { reason: 'to look' } })
    if (json.value !== key.value) desk.ledger.complaints.push('A reveal gave another value than was stored.')
    desk.ledger.expect('key.reveal', id)
  },
  async test(desk: Desk): Promise<void> {
    const { id } = await someKey(desk)
    const { json } = await ask(desk, 'POST', `/keys/${id}/pairings`)
    desk.ledger.pairings.set(json.id, json.verdict)
    desk.ledger.expect('key.test', id)
  },
  /** New keys and a changed one: all of them or none. */
  async import(desk: Desk): Promise<void> {
    const { name, key } = await someKey(desk)
    const names = Array.from({ length: IMPORTED }, () => newName('OPENAI_IMPORT'))
    const added = names.map((each): [string, KnownKey] => [each, fresh(desk.provider.issue())])
    const changed = { ...key, value: desk.provider.issue(), version: key.version + 1 }
    const after = { ...Object.fromEntries(added), [name]: changed }
    const text = Object.entries(after)
      .map(([each, known]) => `${each}=${known?.value}`)
      .join('\n')
    const body = { ...PLACE, format: 'dotenv', text, dryRun: false }
    const { json } = await desk.ledger.change(after, () => ask(desk, 'POST', '/import', { body }))
    if (json.counts.add !== IMPORTED || json.counts.change !== 1)
      desk.ledger.complaints.push(`An import did something else: ${JSON.stringify(json.counts)}`)
    desk.ledger.expect('key.import', names[0] ?? '')
  },
  async invite(desk: Desk): Promise<void> {
    const body = { email: `${newName('guest').toLowerCase()}@example.test` }
    const { json } = await ask(desk, 'POST', '/invitations', { body })
    desk.ledger.invitations.add(json.id)
    desk.ledger.expect('member.invite', json.id)
  },
  async grant(desk: Desk): Promise<void> {
    const { ledger, environmentId, memberId } = desk
    const [known = null] = ledger.roles
    const role =
      ['viewer', 'developer', 'manager'].filter((each) => each !== known)[randomBytes(1).readUInt8() % 2] ?? 'viewer'
    ledger.roles.push(role)
    await ask(desk, 'PUT', `/environments/${environmentId}/grants/${memberId}`, { body: { role } })
    ledger.roles = [role]
    ledger.expect('grant.set', memberId)
  },
  async token(desk: Desk): Promise<void> {
    const { json } = await ask(desk, 'POST', '/tokens', { body: { name: 'short', expiresInDays: 1 } })
    desk.ledger.liveTokens.add(json.token)
    desk.ledger.expect('token.create', json.id)
    desk.ledger.liveTokens.delete(json.token)
    await ask(desk, 'DELETE', `/tokens/${json.id}`)
    desk.ledger.revokedTokens.add(json.token)
    desk.ledger.expect('token.revoke', json.id)
    const { json: kept } = await ask(desk, 'POST', '/tokens', { body: { name: 'kept', expiresInDays: 1 } })
    desk.ledger.liveTokens.add(kept.token)
    desk.ledger.expect('token.create', kept.id)
  },
}
export type OperationName = keyof typeof operations
export const OPERATIONS = Object.keys(operations) as OperationName[]

/** A request that must succeed. A server that dies breaks the connection, and that is thrown too. */
export async function ask({ api, ledger }: Desk, method: string, path: string, asking?: Asking): Promise<Answer> {
  const answer = await api(method, path, asking)
  if (answer.status < 300) return answer
  const complaint = `${method} ${path} answered ${answer.status}: ${answer.json?.detail ?? answer.text.slice(0, 200)}`
  ledger.complaints.push(complaint)
  throw new Error(complaint)
}

/** A key of this round that is certain and belongs to whoever asks: no other operation has it in hand. */
export async function createKey(desk: Desk, baseUrl = desk.provider.baseUrl): Promise<{ name: string; id: string }> {
  const name = newName('KEY')
  const key = fresh(desk.provider.issue())
  const body = { ...PLACE, name, provider: 'openai', value: key.value, baseUrl }
  const { json } = await desk.ledger.change({ [name]: key }, () => ask(desk, 'POST', '/keys', { body }))
  desk.ledger.expect('key.create', json.id)
  return { name, id: json.id }
}

async function someKey(desk: Desk): Promise<{ name: string; id: string; key: NonNullable<KnownKey> }> {
  const { name, id } = await createKey(desk)
  const key = desk.ledger.find(name)
  if (!key) throw new Error(`${name} is not in the ledger.`)
  return { name, id, key }
}

async function deleteKey(desk: Desk, { name, id, key }: Awaited<ReturnType<typeof someKey>>): Promise<void> {
  await desk.ledger.change({ [name]: { ...key, deleted: true } }, () => ask(desk, 'DELETE', `/keys/${id}`))
  desk.ledger.expect('key.delete', id)
}

const fresh = (value: string): NonNullable<KnownKey> => ({ value, version: 1, notes: '', deleted: false })
