import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, apiClient } from '../support/api-client.ts'
import { type App, startApp } from '../support/app.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { eventually } from '../support/eventually.ts'
import { randomKey } from '../support/random-key.ts'

const MANY = 5000

describe('5,000 warnings in one minute, on two replicas of one database', () => {
  let database: FreshDatabase
  let replicas: App[] = []
  let receiver: Server
  let api: ApiClient
  const received: string[] = []

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      received.push(String(request.headers['webhook-id']))
      request.resume().on('end', () => response.end())
    })
    await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done))
    database = await freshDatabase()
    const settings = {
      DATABASE_URL: database.appUrl,
      DATABASE_ADMIN_URL: database.adminUrl,
      CLAVIGER_MASTER_KEY: randomBytes(32).toString('base64'),
    }
    replicas = [await startApp({ settings }), await startApp({ settings })]
    const [one] = replicas as [App]
    api = apiClient(one.baseUrl, await one.token())
  })
  afterAll(async () => {
    await Promise.all(replicas.map((replica) => replica.stop()))
    receiver.close()
    await database?.drop()
  })

  it('are delivered once each', async () => {
    await api('POST', '/projects', { body: { name: 'Many' } })
    const key = { project: 'many', environment: 'development', name: 'ONE', provider: 'openai', value: randomKey() }
    const { json: one } = await api('POST', '/keys', { body: key })
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
    await api('POST', '/channels', { body: { kind: 'webhook', name: 'Receiver', url, level: 'info' } })
    const client = new Client({ connectionString: database.adminUrl })
    await client.connect()
    await client.query(
      `INSERT INTO keys (id, project_id, environment_id, name, provider, masked, fingerprint, expires_at, updated_at)
       SELECT 'key_many' || n, $1, $2, 'MANY_' || n, 'openai', '', 'f' || n, now() + interval '5 days', now()
       FROM generate_series(1, ${MANY}) n`,
      [one.projectId, one.environmentId],
    )
    // The next look is within a minute; then both replicas send.
    await eventually(() => expect(received.length).toBeGreaterThanOrEqual(MANY), 150_000)
    await eventually(async () => {
      const { rows } = await client.query(
        `SELECT state::text, count(*)::int FROM warning_deliveries WHERE way LIKE 'chn_%' GROUP BY 1`,
      )
      expect(rows).toEqual([{ state: 'sent', count: MANY }])
    }, 30_000)
    await client.end()
    expect(received).toHaveLength(MANY)
    expect(new Set(received).size).toBe(MANY)
  }, 240_000)
})
