import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Agent, request } from 'undici'
import { readEnv } from '#lib/env'
import { readPolicy } from '#lib/outbound/policy'
import { runPairing } from '#lib/pairing/run-pairing'
import { openai } from '#lib/providers/openai'
import { startLab } from '../lab/start-lab.ts'
import { callRoute } from '../support/call-route.ts'
import { startInstallation } from './installation.ts'
import { type Bench, durationFigure, ratioFigure, timeEach, timePair } from './measure.ts'

const TIMES = 300
/** The product's own limit is 120 a minute for values; tests of stored keys have none. */
const STORED_TIMES = 100

/** A pairing test over TLS on a fresh connection, against one bare HTTPS request on a fresh connection. */
export const pairing: Bench = {
  name: 'pairing',
  async run() {
    const lab = await startLab()
    const installation = await startInstallation()
    try {
      const value = lab.issue('openai')
      const baseUrl = lab.url('openai', { tls: true })
      const env = readEnv({
        NODE_ENV: 'production',
        CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1',
        NODE_EXTRA_CA_CERTS: writeAuthority(lab.ca),
      })
      const policy = readPolicy({ ...env, controlHosts: [] })
      const verdicts = new Set<string>()
      const engine = async () =>
        verdicts.add((await runPairing({ provider: openai, value, baseUrl, trigger: 'manual' }, { policy })).verdict)
      const bare = () => bareRequest(`${baseUrl}/models`, value, lab.ca)
      const [engineTimes, bareTimes] = await timePair(engine, bare, TIMES)
      if (verdicts.size !== 1 || !verdicts.has('paired')) throw new Error(`the engine concluded ${[...verdicts]}`)
      const stored = await storedTimes(installation, value, lab.url('openai'))
      return [
        durationFigure('bare HTTPS request by undici', bareTimes),
        durationFigure('engine without storage', engineTimes),
        ratioFigure('engine / bare request', engineTimes, bareTimes, 3),
        durationFigure('with storage, through the route', stored, 60),
      ]
    } finally {
      await installation.stop()
      await lab.stop()
    }
  },
}

/** The product reads authorities from a file, as NODE_EXTRA_CA_CERTS names one. */
function writeAuthority(pem: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'claviger-bench-ca-')), 'ca.pem')
  writeFileSync(file, pem)
  return file
}

async function bareRequest(url: string, value: string, ca: string): Promise<void> {
  const dispatcher = new Agent({ connect: { ca } })
  const { body } = await request(url, { dispatcher, headers: { authorization: `Bearer ${value}` } })
  await body.text()
  await dispatcher.destroy()
}

async function storedTimes(
  { token, project }: Awaited<ReturnType<typeof startInstallation>>,
  value: string,
  baseUrl: string,
): Promise<number[]> {
  const body = {
    project: project.slug,
    environment: 'development',
    name: 'OPENAI_API_KEY',
    provider: 'openai',
    value,
    baseUrl,
  }
  const created = await callRoute('POST', '/keys', { token, body })
  const { id } = (await created.json()) as { id: string }
  return timeEach(async () => {
    const answer = await callRoute('POST', `/keys/${id}/pairings`, { token, body: {} })
    const { verdict } = (await answer.json()) as { verdict: string }
    if (verdict !== 'paired') throw new Error(`the stored key came to ${verdict}`)
  }, STORED_TIMES)
}
