import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { freePort } from '../support/port.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const READY = /Claviger is ready at (\S+)/
const SETUP = /(http\S+\/setup#\S+)/

/** `npm start` as a person runs it, in a data folder of its own. */
export interface Product {
  url: string
  /** One-time link for the first admin, while there is none. */
  setupLink: string | undefined
  readyAfterMs: number
  pid: number
  stop(): Promise<void>
}

export async function startProduct(dataDir: string): Promise<Product> {
  const env = {
    ...process.env,
    PORT: String(await freePort()),
    CLAVIGER_DATA_DIR: dataDir,
    CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1',
  }
  const started = performance.now()
  const child = spawn(process.execPath, [path.join(ROOT, 'lib/cli/launch.mjs'), 'start'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { url, output, readyAfterMs } = await ready(child, started)
  await new Promise((resolve) => setTimeout(resolve, 300))
  return { url, setupLink: SETUP.exec(output())?.[1], readyAfterMs, pid: child.pid ?? 0, stop: () => end(child) }
}

function ready(
  child: ChildProcess,
  started: number,
): Promise<{ url: string; output: () => string; readyAfterMs: number }> {
  let text = ''
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the product ended with ${code} before it was ready:\n${text}`)))
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk
      const url = READY.exec(text)?.[1]
      if (url) resolve({ url, output: () => text, readyAfterMs: performance.now() - started })
    })
  })
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit')
    child.once('exit', () => resolve())
    child.kill('SIGINT')
  })
}

/** Proportional set size of these processes and all their descendants, in bytes. */
export function treePss(roots: readonly number[]): number {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const parent = read(`/proc/${name}/stat`)
          ?.replace(/^.*\) /s, '')
          .split(' ')[1]
        return parent ? [[Number(name), Number(parent)] as const] : []
      }),
  )
  const isOurs = (id: number): boolean => roots.includes(id) || (parents.has(id) && isOurs(parents.get(id) ?? 0))
  const sizes = [...parents.keys()]
    .filter(isOurs)
    .map((id) => Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${id}/smaps_rollup`) ?? '')?.[1] ?? 0))
  return sizes.reduce((sum, kibibytes) => sum + kibibytes * 1024, 0)
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
