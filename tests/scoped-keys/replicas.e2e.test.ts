import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, apiClient } from '../support/api-client.ts'
import { type App, startApp } from '../support/app.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { randomKey } from '../support/random-key.ts'

describe('a scoped key, on two replicas of one database', () => {
  let database: FreshDatabase
  let replicas: App[] = []
  let api: ApiClient
  const value = randomKey()

  beforeAll(async () => {
    database = await freshDatabase()
    const settings = {
      DATABASE_URL: database.appUrl,
      DATABASE_ADMIN_URL: database.adminUrl,
      CLAVIGER_MASTER_KEY: randomBytes(32).toString('base64'),
    }
    replicas = [await startApp({ settings }), await startApp({ settings })]
    const [one] = replicas as [App]
    api = apiClient(one.baseUrl, await one.token())
    await api('POST', '/projects', { body: { name: 'Assistant' } })
    await api('POST', '/keys', {
      body: { project: 'assistant', environment: 'development', name: 'A_KEY', provider: 'openai', value },
    })
  })
  afterAll(async () => {
    await Promise.all(replicas.map((replica) => replica.stop()))
    await database?.drop()
  })

  const make = async (more = {}) => {
    const body = { project: 'assistant', environment: 'development', name: 'a program', ...more }
    return (await api('POST', '/scoped-keys', { body })).json as { id: string; secret: string }
  }
  const fetchAt = (replica: number, secret: string, query = '', headers = {}) =>
    fetch(`${replicas[replica]?.baseUrl}/api/v1/fetch/assistant/development${query}`, {
      headers: { authorization: `Bearer ${secret}`, ...headers },
    })
  const statuses = async (secret: string) => [(await fetchAt(0, secret)).status, (await fetchAt(1, secret)).status]

  it('is refused by both at once when it is ended at one, and when its time has passed', async () => {
    const { id, secret } = await make()
    expect(await statuses(secret)).toEqual([200, 200])
    await api('DELETE', `/scoped-keys/${id}`)
    expect(await statuses(secret)).toEqual([401, 401])
    const expiring = await make()
    expect(await statuses(expiring.secret)).toEqual([200, 200])
    const { Client } = await import('pg')
    const client = new Client({ connectionString: database.adminUrl })
    await client.connect()
    await client.query('UPDATE scoped_keys SET expires_at = now() WHERE id = $1', [expiring.id])
    await client.end()
    expect(await statuses(expiring.secret)).toEqual([401, 401])
  })

  it('gives its uses out once between them, whoever is asked', async () => {
    const { secret } = await make({ maxUses: 10 })
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => fetchAt(index % 2, secret)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10)
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(30)
  })

  it('is told of a change at one by the other, within two seconds', async () => {
    const { secret } = await make()
    const etag = (await fetchAt(1, secret)).headers.get('etag') ?? ''
    const waiting = fetchAt(1, secret, '?wait=30', { 'if-none-match': etag })
    const { json } = await api('GET', '/keys?q=A_KEY')
    const next = randomKey()
    const since = Date.now()
    await api('POST', `/keys/${json.items[0].id}/versions`, { body: { value: next } })
    const answer = await waiting
    expect([answer.status, (await answer.json()).values.A_KEY.value, Date.now() - since < 2000]).toEqual([
      200,
      next,
      true,
    ])
  })
})
