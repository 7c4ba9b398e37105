import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { startLab } from '../lab/start-lab.ts'
import { type ApiClient, apiClient } from '../support/api-client.ts'
import { type App, startApp } from '../support/app.ts'
import { makeDataFolder, removeDataFolder } from '../support/data-folder.ts'
import { freePort } from '../support/port.ts'
import { randomKey } from '../support/random-key.ts'

/** The client as somebody has it who installed it from the server, in a home that holds nothing else. */
describe('the installed client', () => {
  let app: App
  let api: ApiClient
  let token: string
  let scoped: string
  let provider: Server
  let providerUrl: string
  const folder = mkdtempSync(path.join(tmpdir(), 'claviger-client-'))
  const dataDir = makeDataFolder()
  const first = randomKey()
  const running: ChildProcess[] = []

  const start = async (port: number) => startApp({ dataDir, settings: { PORT: String(port) } })
  let port: number

  beforeAll(async () => {
    provider = createServer((request, response) => {
      const isKnown = request.headers.authorization?.startsWith('Bearer sk-')
      const body = isKnown ? { object: 'list', data: [] } : { error: { code: 'invalid_api_key', message: 'no' } }
      response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
    await new Promise<void>((done) => provider.listen(0, '127.0.0.1', done))
    providerUrl = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/v1`
    port = await freePort()
    app = await start(port)
    token = await app.token()
    api = apiClient(app.baseUrl, token)
    await api('POST', '/projects', { body: { name: 'Assistant' } })
    await addKey('OPENAI_API_KEY', first)
    const made = await api('POST', '/scoped-keys', {
      body: { project: 'assistant', environment: 'development', name: 'laptop' },
    })
    scoped = made.json.secret
    execFileSync('npm', ['install', '--global', '--prefix', folder, `${app.baseUrl}/cli.tgz`], {
      // No registry is in reach: there is nothing else to fetch.
      env: { PATH: process.env.PATH, HOME: folder, NODE_ENV: 'production', npm_config_registry: 'http://127.0.0.1:9' },
      stdio: 'pipe',
    })
  })
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL')
  })
  afterAll(async () => {
    provider?.close()
    await app?.stop()
    removeDataFolder(dataDir)
    rmSync(folder, { recursive: true, force: true })
  })

  const addKey = (name: string, value: string) =>
    api('POST', '/keys', {
      body: { project: 'assistant', environment: 'development', name, provider: 'openai', value, baseUrl: providerUrl },
    })
  const replaceFirst = async (value: string) => {
    const { json } = await api('GET', '/keys?q=OPENAI_API_KEY')
    await api('POST', `/keys/${json.items[0].id}/versions`, { body: { value } })
  }

  /** Nothing of this process but the path. */
  const environment = (settings: Record<string, string>) => ({
    NODE_ENV: 'production' as const,
    PATH: `${path.join(folder, 'bin')}:${process.env.PATH}`,
    HOME: folder,
    ...settings,
  })
  function launch(args: string[], settings: Record<string, string> = {}, input = '') {
    const child = spawn('claviger', args, { cwd: folder, env: environment(settings), stdio: ['pipe', 'pipe', 'pipe'] })
    running.push(child)
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (text) => (stdout += text))
    child.stderr.on('data', (text) => (stderr += text))
    child.stdin.on('error', () => {}).end(input)
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
    return { child, ended, out: () => stdout, err: () => stderr }
  }
  async function claviger(args: string[], settings: Record<string, string> = {}, input = '') {
    const run = launch(args, settings, input)
    const code = await run.ended
    return { code, stdout: run.out(), stderr: run.err() }
  }
  const asProgram = (more: Record<string, string> = {}) => ({
    CLAVIGER_URL: app.baseUrl,
    CLAVIGER_TOKEN: scoped,
    ...more,
  })

  it('signs in once, keeps the token for its owner alone, and sends it nowhere else', async () => {
    expect(await claviger(['fetch'])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('You are not signed in'),
    })
    expect(await claviger(['login', app.baseUrl], {}, 'clv_key_nonsense')).toMatchObject({ code: 3 })
    const login = await claviger(['login', app.baseUrl], {}, `${token}\n`)
    expect(login).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('Signed in at') })
    const file = path.join(folder, '.config/claviger/config.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await claviger(['whoami'])).toMatchObject({ code: 0, stdout: expect.stringContaining('owner') })
    expect(await claviger(['whoami', '--url', 'http://127.0.0.1:9'])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('The kept token belongs to'),
    })
    expect((await claviger(['projects'])).stdout).toContain('assistant/development')
    const { stdout } = await claviger(['keys', 'assistant/development', '--json'])
    expect(JSON.parse(stdout)).toEqual([expect.objectContaining({ name: 'OPENAI_API_KEY', provider: 'openai' })])
    expect(stdout).not.toContain(first)
  })

  it('fetches in every form, and says what a scoped key is for', async () => {
    expect((await claviger(['whoami'], asProgram())).stdout).toContain(
      'the scoped key "laptop" of assistant/development',
    )
    expect((await claviger(['fetch'], asProgram())).stdout).toBe(`OPENAI_API_KEY=${first}\n`)
    const { stdout } = await claviger(['fetch', 'assistant/development', '--format', 'json'], asProgram())
    expect(JSON.parse(stdout)).toEqual({ OPENAI_API_KEY: first })
    const script = 'eval "$(claviger fetch --format shell)" && printf %s "$OPENAI_API_KEY"'
    expect(execFileSync('sh', ['-c', script], { env: environment(asProgram()), encoding: 'utf8' })).toBe(first)
    await claviger(['fetch', '--output', 'keys.env'], asProgram())
    const written = path.join(folder, 'keys.env')
    expect([readFileSync(written, 'utf8'), statSync(written).mode & 0o777]).toEqual([
      `OPENAI_API_KEY=${first}\n`,
      0o600,
    ])
    rmSync(written)
    expect(await claviger(['fetch', 'assistant/production'], asProgram())).toMatchObject({ code: 1, stdout: '' })
    expect(await claviger(['fetch', '--format', 'xml'], asProgram())).toMatchObject({ code: 2 })
  })

  it('stores, tests, imports and replaces keys, with values from standard input alone', async () => {
    const value = randomKey('sk-')
    const added = await claviger(
      ['add', 'assistant/staging/SECOND', '--provider', 'openai', '--base-url', providerUrl],
      {},
      value,
    )
    expect(added).toMatchObject({ code: 0, stdout: expect.stringMatching(/^key_\w+\n$/) })
    expect(await claviger(['test', 'assistant/staging/SECOND'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('paired'),
    })
    const refused = await claviger(['rotate', 'assistant/staging/SECOND'], {}, 'not-a-key-of-openai')
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('keeps the value that it has') })
    const next = randomKey('sk-')
    expect(await claviger(['rotate', 'assistant/staging/SECOND'], {}, next)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('version 2'),
    })
    const file = path.join(folder, 'some.env')
    const third = randomKey('sk-proj-')
    writeFileSync(file, `THIRD_OPENAI_API_KEY=${third}\nnot a line\n`)
    const preview = await claviger(['import', file, 'assistant/staging'])
    expect(preview.stderr).toContain('Nothing was stored')
    rmSync(file)
    for (const { stdout, stderr } of [added, refused, preview])
      for (const secret of [value, next, third]) expect(stdout + stderr).not.toContain(secret)
  })

  it('has Claviger make the new value where the key is set up for it, and says what is missing where it is not', async () => {
    const lab = await startLab()
    try {
      const account = lab.keyApi('openai')
      const { value } = account.ledger.mint('made by hand', { kind: 'serviceAccount' })
      const place = { project: 'assistant', environment: 'staging', provider: 'openai', baseUrl: lab.url('openai') }
      const { json: key } = await api('POST', '/keys', { body: { ...place, name: 'AUTOMATED', value } })
      const rotate = () => claviger(['rotate', 'assistant/staging/AUTOMATED', '--automatic'])
      expect((await rotate()).stderr).toContain('set up how Claviger makes it')
      const about = { ...place, name: 'MAKER', value: account.credential, purpose: 'rotation' }
      const { json: maker } = await api('POST', '/keys', { body: about })
      const automation = { maker: maker.id, settings: account.api.settings, baseUrl: account.url }
      await api('PUT', `/keys/${key.id}/automation`, { body: automation })
      expect(await rotate()).toMatchObject({ code: 0, stderr: expect.stringContaining('AUTOMATED has version 2') })
      expect(account.ledger.live()).toHaveLength(2)
    } finally {
      await lab.stop()
    }
  })

  it('runs a command with the values, restarts it when one changes, and ends with its code', async () => {
    const script =
      'console.log(process.env.OPENAI_API_KEY, String(process.env.CLAVIGER_TOKEN)); setInterval(() => {}, 1000)'
    const run = launch(['run', '--', process.execPath, '-e', script], asProgram())
    await expect.poll(run.out).toBe(`${first} undefined\n`)
    const second = randomKey()
    await replaceFirst(second)
    await expect.poll(run.out).toBe(`${first} undefined\n${second} undefined\n`)
    expect(run.err()).toContain('restarting')
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(143)
    expect((await claviger(['run', '--', 'sh', '-c', 'exit 7'], asProgram())).code).toBe(7)
    expect((await claviger(['run', '--', 'no-such-command'], asProgram())).code).toBe(127)
    await replaceFirst(first)
  })

  it('tells another program that something changed, and opens nothing for it', async () => {
    const run = launch(['watch', '--', 'echo', 'changed'], asProgram())
    await expect.poll(run.err).toContain('Watching assistant/development')
    const before = await api('GET', '/audit?action=value.fetch')
    await replaceFirst(randomKey())
    await expect.poll(run.out).toBe('changed\n')
    expect((await api('GET', '/audit?action=value.fetch')).json.items).toHaveLength(before.json.items.length)
    await replaceFirst(first)
    await expect.poll(run.out).toBe('changed\nchanged\n')
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
  })

  it('goes on with the last known good while Claviger is away, says so, starts with it, and recovers', async () => {
    const script = 'console.log(process.env.OPENAI_API_KEY); setInterval(() => {}, 1000)'
    const run = launch(['run', '--', process.execPath, '-e', script], asProgram())
    await expect.poll(run.out).toBe(`${first}\n`)
    const { fetchKeys } = await import(pathToFileURL(path.join(folder, 'lib/node_modules/claviger/index.mjs')).href)
    process.env.XDG_CACHE_HOME = path.join(folder, 'cache')
    const told: (string | null)[] = []
    const options = { url: app.baseUrl, token: scoped, onOutage: (reason: string | null) => told.push(reason) }
    const keys = await fetchKeys(options)
    expect([keys.get('OPENAI_API_KEY'), keys.stale]).toEqual([first, null])

    process.kill(app.pid, 'SIGKILL')
    await app.stop()
    await expect.poll(run.err, { timeout: 20_000 }).toContain('goes on with the values that it has')
    await expect.poll(() => keys.stale, { timeout: 20_000 }).toContain('not reachable')
    expect(keys.get('OPENAI_API_KEY')).toBe(first)
    const late = launch(['run', '--', process.execPath, '-e', script], asProgram())
    await expect.poll(late.out).toBe(`${first}\n`)
    expect(late.err()).toContain('Starting with the values of')
    const again = await fetchKeys({ ...options, onOutage: undefined })
    expect([again.get('OPENAI_API_KEY'), typeof again.stale]).toEqual([first, 'string'])
    expect(await claviger(['run', '--no-cache', '--', 'true'], asProgram())).toMatchObject({ code: 4 })
    expect(
      await claviger(
        ['run', '--', 'true'],
        asProgram({
          CLAVIGER_TOKEN: 'clv_key_other',
          CLAVIGER_PROJECT: 'assistant',
          CLAVIGER_ENVIRONMENT: 'development',
        }),
      ),
    ).toMatchObject({ code: 4 })

    app = await start(port)
    api = apiClient(app.baseUrl, token)
    await expect.poll(run.err, { timeout: 60_000 }).toContain('Claviger answers again')
    await expect.poll(() => keys.stale, { timeout: 60_000 }).toBeNull()
    expect(told).toEqual([expect.stringContaining('not reachable'), null])
    const second = randomKey()
    await replaceFirst(second)
    for (const each of [run, late]) await expect.poll(each.out, { timeout: 60_000 }).toBe(`${first}\n${second}\n`)
    await expect.poll(() => keys.get('OPENAI_API_KEY'), { timeout: 60_000 }).toBe(second)
    keys.close()
    again.close()
    delete process.env.XDG_CACHE_HOME
    for (const file of filesUnder(path.join(folder, '.cache'), path.join(folder, 'cache')))
      expect([statSync(file).mode & 0o777, readFileSync(file, 'utf8').includes(first)]).toEqual([0o600, false])
    await replaceFirst(first)
  })

  it('finds keys before they are committed, names them, and quotes none', async () => {
    const repository = mkdtempSync(path.join(folder, 'repository-'))
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', repository, '-c', 'user.name=t', '-c', 'user.email=t@example.test', ...args], {
        env: environment({}),
        encoding: 'utf8',
        stdio: 'pipe',
      })
    git('init', '--quiet')
    const stripe = randomKey('sk_live_')
    writeFileSync(path.join(repository, 'config.ts'), `const a = 1\nconst stripe = '${stripe}'\n`)
    writeFileSync(path.join(repository, 'fine.ts'), `const sample = '${stripe}' // claviger:allow\n`)
    const found = await claviger(['scan', repository])
    expect(found.code).toBe(5)
    expect(found.stdout).toMatch(/config\.ts:2: Stripe/)
    expect(found.stdout).not.toContain('fine.ts')
    expect(found.stdout + found.stderr).not.toContain(stripe)
    writeFileSync(path.join(repository, 'secret.yaml'), `data:\n  key: ${Buffer.from(first).toString('base64')}\n`)
    const stored = await claviger(['scan', repository])
    expect(stored.stdout).toMatch(
      /secret\.yaml:2: the value of assistant\/development\/OPENAI_API_KEY, which Claviger holds/,
    )
    expect(stored.stdout + stored.stderr).not.toContain(first)
    expect((await claviger(['scan', repository, '--offline'])).stdout).not.toContain('secret.yaml')
    rmSync(path.join(repository, 'secret.yaml'))
    const inside = { cwd: repository, env: environment({}), encoding: 'utf8', stdio: 'pipe' } as const
    execFileSync('claviger', ['scan', '--install-hook'], inside)
    git('add', '.')
    expect(() => git('commit', '--quiet', '-m', 'with a key')).toThrow(/config\.ts:2/)
    writeFileSync(path.join(repository, 'config.ts'), 'const a = 1\n')
    git('add', '.')
    git('commit', '--quiet', '-m', 'without')
  })

  it('gives the steps of a workflow masked variables, by the action that the repository holds', async () => {
    const action = path.resolve(import.meta.dirname, '../../.github/actions/fetch')
    const { runs } = parse(readFileSync(path.join(action, 'action.yml'), 'utf8'))
    const inputs: Record<string, string> = {
      url: app.baseUrl,
      token: scoped,
      project: 'assistant',
      environment: 'development',
      names: '',
    }
    const given = Object.entries(runs.steps[0].env as Record<string, string>).map(([name, from]) => {
      return [name, inputs[/inputs\.(\w+)/.exec(from)?.[1] ?? ''] ?? '']
    })
    const file = path.join(folder, 'github-env')
    writeFileSync(file, '')
    const run = (more: Record<string, string> = {}) =>
      execFileSync('bash', ['-e', '-c', runs.steps[0].run], {
        env: { ...environment(Object.fromEntries(given)), GITHUB_ACTION_PATH: action, GITHUB_ENV: file, ...more },
        encoding: 'utf8',
        stdio: 'pipe',
      })
    expect(run()).toBe(`::add-mask::${first}\nOPENAI_API_KEY of assistant/development\n`)
    expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`^OPENAI_API_KEY<<(\\S+)\n${first}\n\\1\n$`))
    expect(() => run({ CLAVIGER_TOKEN: 'clv_key_nonsense' })).toThrow()
    rmSync(file)
  })

  it('starts a program in a cluster, by the commands of the manifest', async () => {
    const manifest = parse(readFileSync(path.resolve(import.meta.dirname, '../../.docker/kubernetes.yaml'), 'utf8'))
    const { initContainers, containers } = manifest.spec.template.spec
    const volume = mkdtempSync(path.join(folder, 'volume-'))
    const inPod = (command: string[]) =>
      command.map((word) =>
        word
          .replaceAll('/claviger', volume)
          .replace(`${volume}.mjs`, '/claviger.mjs')
          .replace(`node_modules${volume}`, 'node_modules/claviger'),
      )
    const [shell = '', ...install] = inPod(initContainers[0].command)
    execFileSync(
      shell,
      install.map((word) => word.replace('$CLAVIGER_URL/cli.tgz', `${app.baseUrl}/cli.tgz`)),
      {
        env: { ...environment({}), npm_config_registry: 'http://127.0.0.1:9' },
        stdio: 'pipe',
      },
    )
    const [node = '', ...run] = inPod(containers[0].command)
    expect(run.slice(-3)).toEqual(['--', 'node', 'server.js'])
    const printed = execFileSync(node, [...run.slice(0, -2), 'sh', '-c', 'printf %s "$OPENAI_API_KEY"'], {
      env: environment(asProgram({ XDG_CACHE_HOME: path.join(volume, 'cache') })),
      encoding: 'utf8',
      stdio: 'pipe',
    })
    expect(printed).toBe(first)
  })

  it('completes in bash', async () => {
    const { stdout } = await claviger(['completion', 'bash'])
    const script = `${stdout}\nCOMP_WORDS=(claviger wh); COMP_CWORD=1; _claviger; printf %s "\${COMPREPLY[*]}"`
    expect(execFileSync('bash', ['-c', script], { encoding: 'utf8' })).toBe('whoami')
  })
})

function filesUnder(...folders: string[]): string[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name)),
    )
}
