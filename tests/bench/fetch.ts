import { Pool } from 'undici'
import { apiClient } from '../support/api-client.ts'
import { startApp } from '../support/app.ts'
import { randomOpenAiKey } from './installation.ts'
import { type Bench, type Figure, percentile } from './measure.ts'

const CONNECTIONS = 16
const SECONDS = 5

/** Programs that fetch by a scoped key, audit and usage recorded, against the product's bare health route in the same run. */
export const fetching: Bench = {
  name: 'fetch',
  async run() {
    const app = await startApp()
    const pool = new Pool(app.baseUrl, { connections: CONNECTIONS })
    try {
      const api = apiClient(app.baseUrl, await app.token())
      await api('POST', '/projects', { body: { name: 'Bench', slug: 'bench' } })
      const place = { project: 'bench', environment: 'development' }
      for (let index = 0; index < 20; index++)
        await api('POST', '/keys', {
          body: { ...place, name: `KEY_${index}`, provider: 'openai', value: randomOpenAiKey() },
        })
      const { json } = await api('POST', '/scoped-keys', { body: { ...place, name: 'a program' } })
      const authorization = `Bearer ${json.secret}`
      const path = '/api/v1/fetch/bench/development'
      const first = await pool.request({ method: 'GET', path, headers: { authorization } })
      await first.body.dump()
      const known = String(first.headers.etag)

      const load = (to: string, headers: Record<string, string>, status: number) => drive(pool, to, headers, status)
      await load(path, { authorization }, 200)
      const health = await load('/api/v1/health/live', {}, 200)
      const twenty = await load(path, { authorization }, 200)
      const one = await load(`${path}?names=KEY_7`, { authorization }, 200)
      const same = await load(path, { authorization, 'if-none-match': known }, 304)
      return [
        rate('health: nothing behind it', health),
        rate('20 keys', twenty, 1000, 'goal 2,500'),
        { name: '20 keys, 99 of 100 within', value: percentile(twenty.times, 0.99), unit: 'ms', goal: 40 },
        rate('one key', one, 2500, 'goal 4,000'),
        rate('nothing has changed', same, 5000, 'goal: twice one key'),
        { name: 'nothing has changed / one key', value: same.perSecond / one.perSecond, unit: '×', least: 2 },
        { name: 'one key / health', value: one.perSecond / health.perSecond, unit: '×' },
        { name: '20 keys / health', value: twenty.perSecond / health.perSecond, unit: '×' },
      ]
    } finally {
      await pool.close()
      await app.stop()
    }
  },
}

interface Load {
  perSecond: number
  times: number[]
}

async function drive(pool: Pool, path: string, headers: Record<string, string>, status: number): Promise<Load> {
  const times: number[] = []
  const until = performance.now() + SECONDS * 1000
  const begun = performance.now()
  const ask = async () => {
    while (performance.now() < until) {
      const started = performance.now()
      const { statusCode, body } = await pool.request({ method: 'GET', path, headers })
      await body.dump()
      if (statusCode !== status) throw new Error(`${path} answered ${statusCode} in place of ${status}`)
      times.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, ask))
  return { perSecond: times.length / ((performance.now() - begun) / 1000), times }
}

function rate(name: string, { perSecond, times }: Load, least?: number, note?: string): Figure {
  const within = `half within ${percentile(times, 0.5).toFixed(1)} ms`
  return {
    name,
    value: perSecond,
    unit: '/s',
    ...(least === undefined ? {} : { least }),
    note: note ? `${within}; ${note}` : within,
  }
}
