import { spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Lab, startLab } from '../../lab/start-lab.ts'
import { freePort } from '../../support/port.ts'

/**
 * `node tests/log-reading/record/record-openclaw.ts FOLDER [gateway]`: runs the real OpenClaw, installed in FOLDER, against the lab:
 * one call for each way to fail, the two forms of `models status`, and a gateway that nobody approved a node for.
 */
const [folder = '', part] = process.argv.slice(2)
const fixtures = join(import.meta.dirname, '..', 'fixtures')
const openclaw = join(folder, 'node_modules/openclaw/openclaw.mjs')
const home = join(folder, `home-${process.pid}`)
/** The gateway's: one provider more, whose key no program brings. One such reference stops every local command. */
const gatewayHome = join(folder, `gateway-${process.pid}`)
const guestHome = join(folder, `guest-${process.pid}`)
const logFile = join(folder, `openclaw-${process.pid}.log`)
const secrets: string[] = []
const LONGEST_CALL_MS = 45_000

const lab = await startLab()
const port = await freePort()
const token = issueToken()
const providers = failing(lab)
await configure(home, { ...gatewayConfig(), ...providersConfig(providers) })
await configure(gatewayHome, { ...gatewayConfig(), ...providersConfig({ ...providers, unresolved: unresolved(lab) }) })
await configure(guestHome, {})

if (part !== 'gateway') await recordCommands()
await recordGateway()
await lab.stop()

async function recordCommands(): Promise<void> {
  const printed: string[] = []
  for (const id of Object.keys(providers)) printed.push(`#: ${id}`, await infer(home, id))
  printed.push('#: unresolved', await infer(gatewayHome, 'openai'))
  await keep('openclaw-infer.log', printed.join('\n'))
  await keep('openclaw-models-status.txt', await run(home, ['models', 'status']))
  await keep('openclaw-models-status.json', await run(home, ['models', 'status', '--json']))
  await keep('openclaw-file.jsonl', await readFile(logFile, 'utf8').catch(() => ''))
  await writeFile(logFile, '')
}

/** A gateway with one turn of the agent, a node that nobody approved, and one with another token. */
async function recordGateway(): Promise<void> {
  const gateway = start(gatewayHome, ['gateway', 'run'])
  await gateway.until(/\[gateway\] ready/, 120_000)
  const turn = await run(gatewayHome, ['agent', '--agent', 'main', '--message', 'ping', '--json'])
  const connect = ['node', 'run', '--host', '127.0.0.1', '--port', String(port)]
  const node = start(guestHome, connect, { OPENCLAW_GATEWAY_TOKEN: token })
  await node.until(/pairing required|approval/i, 60_000)
  await node.stop()
  const stranger = start(guestHome, connect, { OPENCLAW_GATEWAY_TOKEN: issueToken() })
  await stranger.until(/mismatch|unauthorized/i, 60_000)
  await stranger.stop()
  const unknownCode = await run(gatewayHome, ['pairing', 'approve', 'telegram', 'ABCD2345'])
  await gateway.stop()
  await keep('openclaw-gateway.log', gateway.printed())
  await keep('openclaw-node.log', node.printed())
  await keep('openclaw-stranger.log', stranger.printed())
  await keep('openclaw-commands.log', [turn, unknownCode].join('\n'))
  await keep('openclaw-gateway.jsonl', await readFile(logFile, 'utf8').catch(() => ''))
}

function failing({ ports, tls, url, issue }: Lab) {
  const openai = (scenario: string) => ({ baseUrl: url('openai'), apiKey: secret(issue('openai', { scenario })) })
  const key = secret(issue('openai'))
  return {
    openai: openai('invalid'),
    unpaid: openai('billing'),
    limited: openai('rate_limited'),
    forbidden: openai('missing_permission'),
    nomodel: openai('model_not_found'),
    closed: { baseUrl: `http://127.0.0.1:${ports.closed}/v1`, apiKey: key },
    nohost: { baseUrl: 'http://no-such-host.invalid/v1', apiKey: key },
    selfsigned: { baseUrl: tls.selfSigned, apiKey: key },
  }
}

function unresolved({ url }: Lab) {
  return { baseUrl: url('openai'), apiKey: { source: 'exec', provider: 'claviger', id: 'production/openai' } }
}

function infer(where: string, id: string): Promise<string> {
  return run(where, ['infer', 'model', 'run', '--local', '--model', `${id}/mock-1`, '--prompt', 'hi'])
}

function providersConfig(configured: Record<string, object>) {
  const models = [{ id: 'mock-1', name: 'mock-1' }]
  const entries = Object.entries(configured).map(([id, one]) => [id, { ...one, api: 'openai-completions', models }])
  const claviger = { source: 'exec', command: join(folder, 'no-such-resolver') }
  return {
    models: { mode: 'merge', providers: Object.fromEntries(entries) },
    secrets: { providers: { claviger } },
    agents: { defaults: { model: { primary: 'openai/mock-1' } } },
    logging: { file: logFile },
  }
}

function gatewayConfig() {
  return {
    gateway: { port, mode: 'local', auth: { mode: 'token', token }, nodes: { pairing: { autoApproveLocal: false } } },
  }
}

async function configure(where: string, config: object): Promise<void> {
  await mkdir(join(where, '.openclaw'), { recursive: true })
  await writeFile(join(where, '.openclaw/openclaw.json'), JSON.stringify(config))
}

function issueToken(): string {
  return secret(lab.issue('openai').slice(-40))
}

function secret(value: string): string {
  secrets.push(value)
  return value
}

function start(where: string, args: string[], more: Record<string, string> = {}) {
  const child = spawn(process.execPath, [openclaw, ...args], {
    cwd: where,
    env: { ...process.env, HOME: where, OPENCLAW_SKIP_CHANNELS: '1', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk))
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return {
    printed: () => printed,
    closed,
    async until(words: RegExp, timeoutMs: number) {
      const ends = Date.now() + timeoutMs
      while (!words.test(printed) && Date.now() < ends && child.exitCode === null)
        await new Promise((resolve) => setTimeout(resolve, 250))
      await new Promise((resolve) => setTimeout(resolve, 2000))
    },
    stop() {
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), 5000).unref()
      return closed
    },
  }
}

async function run(where: string, args: string[]): Promise<string> {
  const started = start(where, args)
  const timer = setTimeout(() => started.stop(), LONGEST_CALL_MS)
  await started.closed
  clearTimeout(timer)
  return started.printed()
}

async function keep(name: string, text: string): Promise<void> {
  const masked = secrets.reduce((rest, value) => rest.replaceAll(value, '<key>'), text)
  await writeFile(
    join(fixtures, name),
    masked
      .replaceAll(home, '/home/app')
      .replaceAll(gatewayHome, '/home/gateway')
      .replaceAll(guestHome, '/home/guest')
      .replaceAll(folder, '/srv/openclaw'),
  )
}
