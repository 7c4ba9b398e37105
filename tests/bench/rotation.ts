import { randomBytes } from 'node:crypto'
import { browserSession } from '../canary/browser-session.ts'
import { type Lab, startLab } from '../lab/start-lab.ts'
import { carryOn } from '../rotation-engine/automated-world.ts'
import { type ApiClient, apiClient } from '../support/api-client.ts'
import { startApp } from '../support/app.ts'
import { callRoute } from '../support/call-route.ts'
import { type Installation, startInstallation } from './installation.ts'
import { type Bench, type Figure, median } from './measure.ts'

const ONE_BY_ONE = 20
const AT_ONCE = 50
const PAGES = 60

/** What a rotation costs besides the provider, and what 50 at once take from whoever looks at pages. */
export const rotation: Bench = {
  name: 'rotation',
  run: async () => [...(await overhead()), ...(await beside())],
}

/** The engine in this process: from the first step to the proof, less the very calls to the provider. */
async function overhead(): Promise<Figure[]> {
  const lab = await startLab()
  const installation = await startInstallation()
  try {
    const { ids, account } = await automate(ofRoutes(installation), lab, installation.project.slug, 1)
    const spans: number[] = []
    const work: number[] = []
    for (let round = 0; round < ONE_BY_ONE; round += 1) {
      const answer = await callRoute('POST', `/keys/${ids[0]}/rotations`, {
        token: installation.token,
        body: { overlapHours: 0 },
      })
      const { id } = (await answer.json()) as { id: string }
      const [started, used] = [performance.now(), process.cpuUsage()]
      await carryOn(installation, id)
      const { user, system } = process.cpuUsage(used)
      spans.push(performance.now() - started)
      work.push((user + system) / 1000)
    }
    const calls = await providerMs(lab, account.url, account.credential)
    return [
      { name: 'one rotation, all of it', value: median(spans), unit: 'ms' },
      { name: 'its calls to the provider alone', value: calls, unit: 'ms' },
      { name: 'the engine: everything but the provider', value: median(spans) - calls, unit: 'ms', goal: 150 },
      { name: 'processor time of it, the lab’s too', value: median(work), unit: 'ms' },
    ]
  } finally {
    await installation.stop()
    await lab.stop()
  }
}

/** As many calls as a rotation makes: three lists, one key made, one ended, two tests. */
async function providerMs(lab: Lab, url: string, credential: string): Promise<number> {
  const headers = { authorization: `Bearer ${credential}`, 'content-type': 'application/json' }
  const list = `${url}/organization/projects/proj_lab/api_keys?limit=100`
  const started = performance.now()
  for (let call = 0; call < 3; call += 1) await (await fetch(list, { headers })).text()
  const accounts = `${url}/organization/projects/proj_lab/service_accounts`
  const made = await (await fetch(accounts, { method: 'POST', headers, body: '{"name":"bench"}' })).json()
  for (let call = 0; call < 2; call += 1)
    await (
      await fetch(`${lab.url('openai')}/models`, { headers: { authorization: `Bearer ${made.api_key.value}` } })
    ).text()
  await (await fetch(`${accounts}/${made.id}`, { method: 'DELETE', headers })).text()
  return performance.now() - started
}

/** The real server: pages alone, then pages while 50 rotations go on. */
async function beside(): Promise<Figure[]> {
  const lab = await startLab()
  const app = await startApp()
  try {
    const owner = await app.makeAdmin()
    const token = await app.token(owner.email)
    const api = apiClient(app.baseUrl, token)
    await api('POST', '/projects', { body: { name: 'Bench', slug: 'bench' } })
    const { ids } = await automate(api, lab, 'bench', AT_ONCE)
    const session = browserSession(app.baseUrl)
    await session.signIn(owner.email, owner.password)
    const page = async () => {
      const started = performance.now()
      await session.ask('GET', '/keys')
      return performance.now() - started
    }
    for (let warm = 0; warm < 20; warm += 1) await page()
    const alone: number[] = []
    for (let look = 0; look < PAGES; look += 1) alone.push(await page())
    for (const id of ids) await api('POST', `/keys/${id}/rotations`, { body: { overlapHours: 0 } })
    const busy: number[] = []
    const open = async () => (await api('GET', '/rotations?limit=200')).json.items.length as number
    while (busy.length < PAGES || (await open()) > 0) busy.push(await page())
    return [
      { name: 'the Keys page, alone', value: median(alone), unit: 'ms' },
      { name: `the same while ${AT_ONCE} keys rotate`, value: median(busy), unit: 'ms' },
      { name: 'beside / alone', value: median(busy) / median(alone), unit: '×', goal: 1.3 },
    ]
  } finally {
    await app.stop()
    await lab.stop()
  }
}

function ofRoutes({ token }: Installation): ApiClient {
  return async (method, path, { body } = {}) => {
    const answer = await callRoute(method as 'POST', path, { token, body })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, text, json: text ? JSON.parse(text) : undefined }
  }
}

async function automate(api: ApiClient, lab: Lab, project: string, count: number) {
  const account = lab.keyApi('openai')
  const place = { project, environment: 'development', provider: 'openai', baseUrl: lab.url('openai') }
  const maker = {
    ...place,
    name: `MAKER_${randomBytes(3).toString('hex')}`,
    value: account.credential,
    purpose: 'rotation',
  }
  const { json: made } = await api('POST', '/keys', { body: maker })
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const { value } = account.ledger.mint(`by-hand-${index}`, { kind: 'serviceAccount' })
    const { json: key } = await api('POST', '/keys', { body: { ...place, name: `ROTATED_${index}`, value } })
    const body = { maker: made.id, settings: account.api.settings, baseUrl: account.url }
    const { status, text } = await api('PUT', `/keys/${key.id}/automation`, { body })
    if (status !== 200) throw new Error(`a key could not be automated: ${text}`)
    ids.push(key.id)
  }
  return { ids, account }
}
