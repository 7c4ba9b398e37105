/**
 * `npm run acceptance:openclaw`: the real OpenClaw takes its keys from a real Claviger, is rotated, is refused, fails in
 * every way, and Claviger says why. On loopback alone; the package is installed into a scratch folder.
 */
import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { apiClient } from '../../support/api-client.ts'
import { startApp } from '../../support/app.ts'
import { eventually } from '../../support/eventually.ts'
import { freePort } from '../../support/port.ts'
import { installOpenClaw, VERSION } from './install.ts'
import { json, startMockProvider } from './mock-provider.ts'
import { openClaw } from './open-claw.ts'
import { startUntrusted } from './start-untrusted.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const running: ChildProcess[] = []
const [FIRST = '', SECOND = '', THIRD = ''] = ['AAAA', 'BBBB', 'DDDD'].map((mark) => `sk-acceptance-${mark.repeat(6)}`)
const PLAIN = 'sk-acceptance-PLAINTEXTPLAINTEXT00'

/** What each way to fail is to be called. */
const CAUSES: Record<string, string> = {
  m401: 'key_invalid',
  m402: 'quota_or_billing',
  mhtml: 'block_page',
  mquota: 'quota_or_billing',
  mrefused: 'tcp_refused',
  mtls: 'tls_self_signed_server',
}

const command = await installOpenClaw(say)
if (!command) {
  say('Skipped: the npm registry cannot be reached, and openclaw is not installed.')
  process.exit(0)
}
const app = await startApp({ settings: { CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1' } })
const mock = await startMockProvider(FIRST, {
  m401: (response) =>
    json(response, 401, {
      message: 'Incorrect API key provided.',
      type: 'invalid_request_error',
      code: 'invalid_api_key',
    }),
  m402: (response) =>
    json(response, 402, {
      message: 'Insufficient credits. Add more using https://openrouter.ai/settings/credits',
      code: 402,
    }),
  mhtml: (response) =>
    response
      .writeHead(403, { 'content-type': 'text/html', server: 'cloudflare' })
      .end(
        '<html><head><title>Attention Required! | Cloudflare</title></head><body>Sorry, you have been blocked</body></html>',
      ),
  mquota: (response) =>
    json(response, 429, {
      message: 'You exceeded your current quota, please check your plan and billing details.',
      type: 'insufficient_quota',
      code: 'insufficient_quota',
    }),
})
const untrusted = await startUntrusted()
const homes: string[] = []
let failed = 0

async function step(number: number, title: string, work: () => Promise<void>): Promise<void> {
  const since = Date.now()
  try {
    await work()
    say(`ok     ${String(number).padStart(2)}  ${title} (${((Date.now() - since) / 1000).toFixed(1)} s)`)
  } catch (error) {
    failed += 1
    say(`failed ${String(number).padStart(2)}  ${title}\n${(error as Error).stack}`)
    throw error
  }
}

try {
  const api = apiClient(app.baseUrl, await app.token())
  const provider = (baseUrl: string) => ({
    baseUrl,
    api: 'openai-completions',
    apiKey: PLAIN,
    models: [{ id: 'mock-1', name: 'mock-1' }],
  })
  const gatewayPort = await freePort()
  const failing = Object.fromEntries(
    [
      ['m401', `http://127.0.0.1:${mock.port}/m401/v1`],
      ['m402', `http://127.0.0.1:${mock.port}/m402/v1`],
      ['mhtml', `http://127.0.0.1:${mock.port}/mhtml/v1`],
      ['mquota', `http://127.0.0.1:${mock.port}/mquota/v1`],
      ['mrefused', `http://127.0.0.1:${await freePort()}/v1`],
      ['mtls', `https://127.0.0.1:${untrusted.port}/v1`],
    ].map(([name = '', url = '']) => [name, { ...provider(url), apiKey: 'sk-acceptance-CCCCCCCCCCCCCCCCCCCCCCCC' }]),
  )
  const claw = openClaw(
    command,
    {
      gateway: {
        mode: 'local',
        port: gatewayPort,
        auth: { mode: 'token', token: 'acceptance-token' },
        nodes: { pairing: { autoApproveLocal: false } },
      },
      plugins: { entries: { 'admin-http-rpc': { enabled: true } } },
      models: { mode: 'merge', providers: { mockai: provider(`http://127.0.0.1:${mock.port}/v1`), ...failing } },
      agents: { defaults: { model: { primary: 'mockai/mock-1' } } },
    },
    running,
  )
  homes.push(claw.home)
  const bin = path.join(claw.home, '.openclaw/bin')
  const planFile = path.join(claw.home, 'plan.json')
  let keyId = ''
  let scopedKeyId = ''

  await step(1, `openclaw ${VERSION} is installed`, async () => {
    assert.match((await claw.run(['--version'])).stdout, new RegExp(VERSION))
  })

  await step(2, 'Claviger holds the key, and OpenClaw a scoped key', async () => {
    await api('POST', '/projects', { body: { name: 'Assistant' } })
    const key = await api('POST', '/keys', {
      body: {
        project: 'assistant',
        environment: 'production',
        name: 'MOCK_API_KEY',
        provider: 'openai',
        value: FIRST,
        baseUrl: `http://127.0.0.1:${mock.port}/v1`,
      },
    })
    assert.equal(key.status, 201)
    keyId = key.json.id
    const scoped = await api('POST', '/scoped-keys', {
      body: { project: 'assistant', environment: 'production', name: 'OpenClaw', reason: 'acceptance' },
    })
    scopedKeyId = scoped.json.id
    mkdirSync(bin, { recursive: true, mode: 0o700 })
    writeFileSync(path.join(bin, 'claviger.token'), scoped.json.secret, { mode: 0o600 })
  })

  await step(3, 'resolver and plan come from Claviger', async () => {
    const { status, json: files } = await api('POST', '/openclaw/plans', {
      body: {
        project: 'assistant',
        environment: 'production',
        keys: [{ key: keyId, as: 'mockai' }],
        command: path.join(bin, 'claviger-resolver'),
      },
    })
    assert.equal(status, 200)
    writeFileSync(files.command, files.resolver, { mode: 0o700 })
    chmodSync(files.command, 0o700)
    writeFileSync(planFile, JSON.stringify(files.plan))
  })

  await step(4, 'openclaw secrets apply takes the plan', async () => {
    const { code, stdout, stderr } = await claw.run(['secrets', 'apply', '--from', planFile, '--allow-exec', '--json'])
    assert.equal(code, 0, stdout + stderr)
    assert.equal(JSON.parse(stdout).checks.resolvabilityComplete, true)
  })

  await step(5, 'the configuration is valid, every reference resolves, and the key lies in no file', async () => {
    assert.equal(JSON.parse((await claw.run(['config', 'validate', '--json'])).stdout).valid, true)
    const audit = JSON.parse((await claw.run(['secrets', 'audit', '--allow-exec', '--json'])).stdout)
    assert.deepEqual([audit.summary.unresolvedRefCount, audit.resolution.skippedExecRefs], [0, 0])
    assert.deepEqual(claw.filesWith(FIRST), [])
    const left = claw.filesWith(PLAIN).map((file) => path.basename(file))
    assert.deepEqual(left, ['openclaw.json.bak'])
  })

  await step(6, 'a model answers with the key of Claviger, and the audit says so', async () => {
    const { code, stdout, stderr } = await claw.run([
      'infer',
      'model',
      'run',
      '--local',
      '--model',
      'mockai/mock-1',
      '--prompt',
      'hi',
      '--json',
    ])
    assert.equal(code, 0, stdout + stderr)
    assert.equal(JSON.parse(stdout).ok, true)
    assert.equal(mock.keys.at(-1), FIRST)
    const { json: events } = await api('GET', '/audit?action=value.fetch')
    assert.ok(events.items.some((event: { actor: { id: string } }) => event.actor.id === scopedKeyId))
  })

  const gateway = claw.start(['gateway', 'run', '--allow-unconfigured'])
  const turn = async () => {
    const { code, stdout, stderr } = await claw.run(['agent', '--agent', 'main', '--message', 'ping', '--json'], 90_000)
    return { code, said: stdout + stderr, key: mock.keys.at(-1) }
  }
  await step(7, 'the gateway is ready, and an agent answers', async () => {
    await eventually(async () => {
      const response = await fetch(`http://127.0.0.1:${gatewayPort}/readyz`)
      assert.equal(((await response.json()) as { ready: boolean }).ready, true, gateway.text())
    }, 90_000)
    const { code, said, key } = await turn()
    assert.equal(code, 0, said)
    assert.equal(key, FIRST)
  })

  await step(
    8,
    'a rotation reaches it with the next reload, and without one where Claviger tells the gateway',
    async () => {
      await api('POST', `/keys/${keyId}/versions`, { body: { value: SECOND, reason: 'acceptance' } })
      mock.current = SECOND
      const { code, stdout, stderr } = await claw.run(['secrets', 'reload', '--json'])
      assert.equal(code, 0, stdout + stderr)
      const after = await turn()
      assert.deepEqual([after.code, after.key], [0, SECOND], after.said)
      const { json: plan } = await api('POST', '/openclaw/plans', {
        body: { project: 'assistant', environment: 'production', keys: [{ key: keyId, as: 'mockai' }] },
      })
      assert.equal(plan.references[0].resolved.version, 2)

      const connected = await api('POST', '/openclaw/gateways', {
        body: {
          project: 'assistant',
          environment: 'production',
          name: 'acceptance',
          url: `http://127.0.0.1:${gatewayPort}`,
          token: 'acceptance-token',
        },
      })
      assert.equal(connected.status, 201, connected.text)
      await api('POST', `/keys/${keyId}/versions`, { body: { value: THIRD, reason: 'acceptance' } })
      mock.current = THIRD
      await eventually(async () => {
        const { json: gateways } = await api('GET', '/openclaw/gateways?project=assistant&environment=production')
        assert.equal(gateways.items[0].isCurrent, true, JSON.stringify(gateways.items[0]))
      }, 30_000)
      const pushed = await turn()
      assert.deepEqual([pushed.code, pushed.key], [0, THIRD], pushed.said)
    },
  )

  /** What Claviger makes of a log: the causes that it names, with their sentences. */
  const diagnose = async (log: string) => {
    const { json: record } = await api('POST', '/troubleshooting', { body: { key: keyId } })
    const { json: read } = await api('POST', `/troubleshooting/${record.id}/logs`, {
      text: log,
      headers: { 'content-type': 'text/plain' },
    })
    return read.logs.at(-1).reading.groups as {
      cause: string
      headline: string
      means: string
      command: string | null
      target: string | null
    }[]
  }
  const logSince = async (start: number) => readFileSync(claw.logFile, 'utf8').slice(start)
  const logLength = () => readFileSync(claw.logFile, 'utf8').length

  await step(
    9,
    'an ended scoped key is refused, said so by the log, and the gateway goes on with what it has',
    async () => {
      const start = logLength()
      await api('DELETE', `/scoped-keys/${scopedKeyId}`)
      const audit = await claw.run(['secrets', 'audit', '--allow-exec', '--json'])
      assert.equal(audit.code, 2)
      assert.match(audit.stdout + audit.stderr, /exited with code 22/)
      await claw.run(['secrets', 'reload', '--json'])
      const after = await turn()
      assert.deepEqual([after.code, after.key], [0, THIRD], after.said)
      const groups = await diagnose(`${await logSince(start)}\n${audit.stdout}\n${audit.stderr}`)
      const group = groups.find(({ cause }) => cause === 'openclaw_resolver_failed')
      assert.ok(group, JSON.stringify(groups))
      assert.match(group.means, /refused the resolver: most often its token was revoked/)
    },
  )

  await step(10, 'each way to fail is named from the real log', async () => {
    for (const name of Object.keys(failing)) {
      const start = logLength()
      const { stdout, stderr } = await claw.run(
        ['infer', 'model', 'run', '--local', '--model', `${name}/mock-1`, '--prompt', 'hi', '--json'],
        60_000,
      )
      const groups = await diagnose(`${await logSince(start)}\n${stdout}\n${stderr}`)
      const causes = groups.map(({ cause }) => cause)
      assert.ok(causes.includes(CAUSES[name] ?? ''), `${name} is read as ${causes.join(', ') || 'nothing'}`)
    }
  })

  await step(11, 'a node that is not paired is named with the command, and is paired by it', async () => {
    const node = openClaw(
      command,
      { gateway: { mode: 'remote', remote: { url: `ws://127.0.0.1:${gatewayPort}`, token: 'acceptance-token' } } },
      running,
    )
    homes.push(node.home)
    const host = node.start([
      'node',
      'run',
      '--host',
      '127.0.0.1',
      '--port',
      String(gatewayPort),
      '--display-name',
      'acceptance',
    ])
    await eventually(() => assert.match(host.text(), /requestId/), 60_000)
    const groups = await diagnose(host.text())
    const group = groups.find(({ cause }) => cause === 'openclaw_device_unapproved')
    assert.match(group?.command ?? '', /openclaw devices approve /)
    const approved = await claw.run((group?.command ?? '').split(' ').slice(1))
    assert.equal(approved.code, 0, approved.stdout + approved.stderr)
    await eventually(async () => {
      const { stdout } = await claw.run(['devices', 'list', '--json'])
      assert.match(stdout, /acceptance/)
    }, 60_000)
  })
} catch {
  // Told where it happened.
} finally {
  for (const child of running) child.kill('SIGKILL')
  mock.close()
  untrusted.close()
  await app.stop()
  for (const home of homes) rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}
process.exit(failed > 0 ? 1 : 0)
