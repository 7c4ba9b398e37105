import { Client } from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Lab, startLab } from '../lab/start-lab.ts'
import { callRoute } from '../support/call-route.ts'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World } from '../support/world.ts'

let world: World
let lab: Lab

beforeAll(async () => {
  lab = await startLab()
  world = await freshWorld({
    CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1',
    CLAVIGER_DNS_COMPARE: '',
    CLAVIGER_CONTROL_HOSTS: '',
  })
})
afterAll(async () => {
  await world.close()
  await lab.stop()
})

it('shows no value and no part of one in any answer, log, audit row or dump of the database; only in the reveal', async () => {
  const printed: string[] = []
  const listening = (['log', 'info', 'warn', 'error'] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation((...words) => void printed.push(words.join(' '))),
  )
  const project = await world.project()
  const { id } = await world.member('member', { [project.development]: 'manager', [project.production]: 'manager' })
  const token = await world.token(id)
  const answers: string[] = []
  const call = async (method: 'GET' | 'POST' | 'PATCH', address: string, body?: unknown, headers = {}) => {
    const response = await callRoute(method, address, { token, body, headers })
    const text = await response.text()
    answers.push(text, JSON.stringify([...response.headers]))
    return { status: response.status, json: text.startsWith('{') ? JSON.parse(text) : null }
  }
  const values = Array.from({ length: 9 }, () => lab.issue('openai'))
  const [stored, twin, imported, replaced, tested, refused, quoted, lone, extra] = values as [string, ...string[]]
  const place = { project: project.slug, environment: 'development', provider: 'openai', baseUrl: lab.url('openai') }

  const { json: key } = await call('POST', '/keys', { ...place, name: 'KEY', value: stored })
  await call('POST', '/keys', { ...place, name: 'KEY', value: twin })
  await call('POST', '/keys', { ...place, name: 'BAD', value: extra, unknownField: extra })
  await call('POST', '/keys', { ...place, name: 'BAD', value: { [extra as string]: extra } })
  await callRoute('POST', '/keys', {
    token,
    text: `{"value":"${extra}`,
    headers: { 'content-type': 'application/json' },
  }).then(async (response) => answers.push(await response.text()))
  await call('POST', `/keys/${key.id}/pairings`, {})
  await call('POST', `/keys/${key.id}/pairings`, {}, { accept: 'text/event-stream' })
  lab.set(stored, 'revoked')
  await world.work()
  await call('POST', '/pairings/batches', { ids: [key.id] }, { accept: 'text/event-stream' })
  for (const value of [tested, ` "${quoted}"\u200b`, `Bearer ${lone}`, randomKey('sk-ant-')]) {
    await call('POST', '/pairings', { ...place, project: undefined, value, environment: 'production' })
  }
  await call('POST', '/pairings', { provider: 'openai', value: refused, baseUrl: `${lab.url('openai')}/${refused}` })
  await call('POST', `/keys/${key.id}/versions`, { value: replaced })
  await call('POST', `/keys/${key.id}/versions`, { value: replaced })
  await call('POST', '/import', {
    ...place,
    provider: undefined,
    baseUrl: undefined,
    format: 'dotenv',
    text: `OPENAI_API_KEY=${imported}\n${extra}\nX="${extra}`,
    dryRun: false,
  })
  for (const address of [
    '/keys',
    `/keys/${key.id}`,
    `/keys/${key.id}/versions`,
    `/keys/${key.id}/timeline`,
    `/keys/${key.id}/usage`,
    `/keys/${key.id}/pairings`,
    '/overview',
    '/audit',
    '/projects',
  ]) {
    expect((await call('GET', address)).status).toBe(200)
  }
  const reveal = await callRoute('POST', `/keys/${key.id}/reveals`, { token, body: {} })
  expect(reveal.headers.get('cache-control')).toBe('no-store')
  expect(await reveal.json()).toEqual({ value: replaced, version: 2 })
  for (const spy of listening) spy.mockRestore()

  const places = { answers: answers.join('\n'), printed: printed.join('\n'), dump: await dump() }
  expect(places.answers.length).toBeGreaterThan(10_000)
  expect(places.dump).toContain('OPENAI_API_KEY')
  for (const value of values) {
    for (const [where, text] of Object.entries(places)) {
      for (const form of formsOf(value)) {
        const at = text.indexOf(form)
        expect([where, at < 0 ? null : text.slice(Math.max(0, at - 200), at)]).toEqual([where, null])
      }
    }
  }
}, 60_000)

/** The secret part, whole and in halves, as it is and as a log or a column might write it. */
function formsOf(value: string): string[] {
  const secret = value.replace(/^sk-(proj-)?/, '')
  const half = Math.floor(secret.length / 2)
  return [secret, secret.slice(0, half), secret.slice(0, 12)].flatMap((part) => [
    part,
    encodeURIComponent(part),
    Buffer.from(part).toString('hex'),
    Buffer.from(part.slice(0, 12)).toString('base64'),
  ])
}

/** Every row of every table as text, columns of bytes in hexadecimal. */
async function dump(): Promise<string> {
  const client = new Client({ connectionString: world.adminUrl })
  await client.connect()
  const { rows: tables } = await client.query(
    `SELECT format('%I', tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
  )
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await client.query(`SELECT t::text AS row FROM ${name} t`)
    texts.push(...rows.map(({ row }) => row))
  }
  await client.end()
  return texts.join('\n')
}
