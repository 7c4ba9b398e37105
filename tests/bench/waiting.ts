import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { apiClient } from '../support/api-client.ts'
import { startApp } from '../support/app.ts'
import { randomOpenAiKey } from './installation.ts'
import type { Bench } from './measure.ts'

const PROGRAMS = 5000
const SETTLE_MS = 3000

/** Programs that wait for a change by long poll: what they cost, and how soon a rotation has reached all of them. */
export const waiting: Bench = {
  name: 'waiting',
  async run() {
    const app = await startApp()
    const agent = new Agent({ keepAlive: true, maxSockets: PROGRAMS })
    try {
      const api = apiClient(app.baseUrl, await app.token())
      await api('POST', '/projects', { body: { name: 'Bench', slug: 'bench' } })
      const place = { project: 'bench', environment: 'development' }
      const key = await api('POST', '/keys', {
        body: { ...place, name: 'A_KEY', provider: 'openai', value: randomOpenAiKey() },
      })
      const { json } = await api('POST', '/scoped-keys', { body: { ...place, name: 'a program' } })
      const ask = (headers: Record<string, string>, search = '') =>
        new Promise<{ status: number; etag: string; at: number }>((resolve, reject) => {
          const url = `${app.baseUrl}/api/v1/fetch/bench/development${search}`
          request(url, { agent, headers: { authorization: `Bearer ${json.secret}`, ...headers } }, (response) => {
            response.resume().once('end', () => {
              const { statusCode: status = 0, headers: told } = response
              resolve({ status, etag: String(told.etag), at: performance.now() })
            })
          })
            .once('error', reject)
            .end()
        })
      const { etag } = await ask({})
      const before = residentMiB(app.pid)
      const programs = Array.from({ length: PROGRAMS }, () => ask({ 'if-none-match': etag }, '?wait=60'))
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
      const held = residentMiB(app.pid) - before
      await api('POST', `/keys/${key.json.id}/versions`, { body: { value: randomOpenAiKey() } })
      const rotatedAt = performance.now()
      const answers = await Promise.all(programs)
      const late = answers.filter(({ status }) => status !== 200).length
      const last = Math.max(...answers.map(({ at }) => at))
      return [
        { name: `memory more for ${PROGRAMS} that wait`, value: held, unit: 'MiB', goal: 200 },
        { name: 'a rotation has reached all within', value: (last - rotatedAt) / 1000, unit: 's', goal: 2 },
        { name: 'not reached', value: late, unit: 'wrong', goal: 0 },
      ]
    } finally {
      agent.destroy()
      await app.stop()
    }
  },
}

function residentMiB(pid: number): number {
  const [, kib = '0'] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kib) / 1024
}
