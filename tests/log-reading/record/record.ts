import { spawn } from 'node:child_process'
import { copyFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startLab } from '../../lab/start-lab.ts'
import { networkFaults, type RecordedCase, refusals } from './cases.ts'
import { type Client, clients } from './clients.ts'

/**
 * `node tests/log-reading/record/record.ts FOLDER [CLIENT …]`: runs each real client against the lab and keeps what it
 * prints. FOLDER is prepared as README.md says. No key is kept, and no path of the machine.
 */
const [folder = '', ...wanted] = process.argv.slice(2)
const here = import.meta.dirname
const LONGEST_RUN_MS = 30_000

for (const file of await readdir(join(here, 'clients'))) await copyFile(join(here, 'clients', file), join(folder, file))
const lab = await startLab()
const caFile = join(folder, 'lab-ca.pem')
await writeFile(caFile, lab.ca)
for (const client of clients.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const sections: string[] = []
  for (const recorded of casesFor(client)) {
    const printed = await run(client, recorded)
    sections.push(`#: ${recorded.name}\n${clean(printed, recorded.key)}`)
  }
  await writeFile(join(here, '..', 'fixtures', `${client.name.replaceAll('_', '-')}.log`), `${sections.join('\n')}\n`)
}
await lab.stop()

function casesFor({ provider, isDirect, only }: Client): RecordedCase[] {
  const own =
    provider === 'openai'
      ? [
          'valid',
          'invalid',
          'missing_permission',
          'rate_limited',
          'billing',
          'ip_blocked',
          'region_blocked',
          'model_not_found',
          'outage',
        ]
      : ['valid', 'invalid', 'billing', 'rate_limited', 'suspended', 'missing_permission', 'overloaded', 'api_version']
  const others = [
    ...refusals(lab, 'groq', ['invalid', 'suspended']),
    ...(provider === 'openai' ? refusals(lab, 'google-gemini', ['invalid', 'expired', 'rate_limited']) : []),
  ]
  const all = [...refusals(lab, provider, own), ...others, ...networkFaults(lab, provider)]
  return all.filter(({ name, proxy }) => (!isDirect || !proxy) && (only?.includes(name) ?? true))
}

async function run({ command, args, env }: Client, recorded: RecordedCase): Promise<string> {
  const child = spawn(command, args(recorded), {
    cwd: folder,
    env: {
      ...process.env,
      BASE_URL: recorded.baseUrl,
      API_KEY: recorded.key,
      PROVIDER: recorded.provider,
      ...env(recorded, caFile),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST_RUN_MS,
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk))
  await new Promise((resolve) => child.once('close', resolve))
  return printed
}

function clean(printed: string, key: string): string {
  return printed
    .replaceAll(key, '<key>')
    .replaceAll(folder, '/srv/app')
    .replace(/(?<=\W)\/(?:usr|root|opt)\/[\w./-]*\/lib\/(?=python)/g, '/usr/lib/')
    .replace(/[ \t]+$/gm, '')
    .trimEnd()
}
