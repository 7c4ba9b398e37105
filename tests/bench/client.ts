import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { apiClient } from '../support/api-client.ts'
import { startApp } from '../support/app.ts'
import { randomOpenAiKey } from './installation.ts'
import { type Bench, percentile } from './measure.ts'

const TIMES = 20

/** The installed client from its start to its end, against Node.js that does nothing, in turn. */
export const client: Bench = {
  name: 'client',
  async run() {
    const app = await startApp()
    const folder = mkdtempSync(path.join(tmpdir(), 'claviger-bench-client-'))
    try {
      const api = apiClient(app.baseUrl, await app.token())
      await api('POST', '/projects', { body: { name: 'Bench', slug: 'bench' } })
      const place = { project: 'bench', environment: 'development' }
      await api('POST', '/keys', { body: { ...place, name: 'A_KEY', provider: 'openai', value: randomOpenAiKey() } })
      const { json } = await api('POST', '/scoped-keys', { body: { ...place, name: 'a program' } })
      execFileSync('npm', ['install', '--global', '--prefix', folder, `${app.baseUrl}/cli.tgz`], { stdio: 'pipe' })
      const command = path.join(folder, 'lib/node_modules/claviger/claviger.mjs')
      const env = {
        NODE_ENV: 'production' as const,
        PATH: process.env.PATH ?? '',
        HOME: folder,
        CLAVIGER_URL: app.baseUrl,
        CLAVIGER_TOKEN: json.secret as string,
      }
      const time = (args: string[]) => {
        const started = performance.now()
        const { status } = spawnSync(process.execPath, args, { env, stdio: 'pipe' })
        if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`)
        return performance.now() - started
      }
      const [bare, fetching]: [number[], number[]] = [[], []]
      for (let round = 0; round < TIMES; round++) {
        bare.push(time(['-e', '0']))
        fetching.push(time([command, 'fetch', 'bench/development']))
      }
      const [least, whole] = [percentile(bare, 0.5), percentile(fetching, 0.5)]
      return [
        { name: 'node -e 0', value: least, unit: 'ms' },
        { name: 'claviger fetch', value: whole, unit: 'ms' },
        { name: 'claviger fetch above node -e 0', value: whole - least, unit: 'ms', goal: 250 },
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
      await app.stop()
    }
  },
}
