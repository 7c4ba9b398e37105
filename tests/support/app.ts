import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Run, runClaviger } from '../cli/run-claviger.ts'
import { makeDataFolder, removeDataFolder } from './data-folder.ts'
import { freePort } from './port.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const READY = /Claviger is ready at (\S+)/
const READY_WITHIN_MS = 60_000

export interface AppOptions {
  /** A folder of an earlier start; one of its own, removed at the end, where it is left out. */
  dataDir?: string
  settings?: Record<string, string>
  /** Hears every piece of output as it comes. */
  onOutput?: (text: string) => void
}

/** The production server as a process of its own, with the embedded database, on a free port of loopback. */
export interface App {
  baseUrl: string
  pid: number
  dataDir: string
  /** Everything that the process wrote, on both channels. */
  logs(): string
  /** What PostgreSQL wrote. */
  databaseLog(): string
  /** `npx claviger …` on this installation. */
  claviger(args: string[], input?: string): Promise<Run>
  /** An admin (the first one is owner) with a random password. */
  makeAdmin(email?: string): Promise<{ email: string; password: string }>
  /** A personal access token of a member; of a new admin where none is named. */
  token(email?: string): Promise<string>
  /** As Ctrl-C does. Removes the data folder where it was the app's own. */
  stop(): Promise<void>
}

/** Starts from the build that `npm test` made before; ready when it says so. */
export async function startApp(options: AppOptions = {}): Promise<App> {
  const dataDir = options.dataDir ?? makeDataFolder()
  const { child, settings, logs } = await spawnServer({ ...options, dataDir })
  const baseUrl = await readyAddress(child, logs)
  const claviger = (args: string[], input = '') => runClaviger(args, settings, input)
  const makeAdmin = async (email = `admin-${randomBytes(4).toString('hex')}@example.test`) => {
    const password = `pass-${randomBytes(12).toString('hex')}`
    expectSuccess(await claviger(['admin', 'create', '--email', email], password))
    return { email, password }
  }
  return {
    baseUrl,
    pid: child.pid ?? 0,
    dataDir,
    logs,
    databaseLog: () => readIfThere(path.join(dataDir, 'postgres.log')),
    claviger,
    makeAdmin,
    token: async (email) => {
      const user = email ?? (await makeAdmin()).email
      return expectSuccess(await claviger(['token', 'create', '--user', user, '--name', 'test'])).stdout.trim()
    },
    stop: async () => {
      await endOf(child, 'SIGTERM')
      if (!options.dataDir) removeDataFolder(dataDir)
    },
  }
}

/** The server's process, from its first moment. */
export async function spawnServer({ dataDir, settings = {}, onOutput }: AppOptions & { dataDir: string }) {
  const env = {
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    CLAVIGER_DIST_DIR: process.env.CLAVIGER_DIST_DIR ?? '',
    CLAVIGER_DATA_DIR: dataDir,
    CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1',
    CLAVIGER_CONTROL_HOSTS: '',
    CLAVIGER_DNS_COMPARE: '',
    CLAVIGER_STATUS_PAGES: 'off',
    PORT: String(await freePort()),
    ...settings,
  }
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(ROOT, 'lib/server/main.ts')],
    {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let text = ''
  const collect = (chunk: Buffer) => {
    text += chunk
    onOutput?.(String(chunk))
  }
  child.stdout?.on('data', collect)
  child.stderr?.on('data', collect)
  return { child, settings: env, baseUrl: `http://127.0.0.1:${env.PORT}`, logs: () => text }
}

/** Resolves with the printed address; fails with everything that was printed where the process ends before. */
export function readyAddress(child: ChildProcess, logs: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const address = READY.exec(logs())?.[1]
      if (address) settle(() => resolve(address))
    }
    const fail = () => settle(() => reject(new Error(`The server was not ready:\n${logs()}`)))
    const timer = setTimeout(fail, READY_WITHIN_MS)
    const settle = (end: () => void) => {
      clearTimeout(timer)
      child.stdout?.off('data', look)
      child.off('close', fail)
      end()
    }
    child.stdout?.on('data', look)
    child.once('close', fail)
    look()
  })
}

/** Sends the signal and waits until the process is gone. */
export async function endOf(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  child.kill(signal)
  await gone
}

function expectSuccess(run: Run): Run {
  if (run.code !== 0) throw new Error(`The command ended with ${run.code}:\n${run.stderr}`)
  return run
}

const readIfThere = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
