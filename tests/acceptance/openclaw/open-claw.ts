import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface Outcome {
  code: number | null
  stdout: string
  stderr: string
}

/** An OpenClaw with a home of its own. */
export interface OpenClaw {
  home: string
  logFile: string
  run(args: string[], timeoutMs?: number): Promise<Outcome>
  /** Something that goes on until the end: a gateway, a node. */
  start(args: string[]): ChildProcess & { text(): string }
  /** Every file below its home that holds this text. */
  filesWith(text: string): string[]
}

export function openClaw(command: string, config: object, running: ChildProcess[]): OpenClaw {
  const home = mkdtempSync(path.join(tmpdir(), 'claviger-openclaw-home-'))
  const logFile = path.join(home, 'openclaw.log')
  mkdirSync(path.join(home, '.openclaw'), { recursive: true, mode: 0o700 })
  writeFileSync(path.join(home, '.openclaw/openclaw.json'), JSON.stringify({ ...config, logging: { file: logFile } }), {
    mode: 0o600,
  })
  const env = {
    NODE_ENV: 'production' as const,
    PATH: `${path.dirname(process.execPath)}:/usr/bin:/bin`,
    HOME: home,
    OPENCLAW_SKIP_CHANNELS: '1',
    NO_COLOR: '1',
  }
  const begin = (args: string[]) => {
    const child = spawn(process.execPath, [command, ...args], { cwd: home, env, stdio: ['ignore', 'pipe', 'pipe'] })
    running.push(child)
    return child
  }
  return {
    home,
    logFile,
    run(args, timeoutMs = 120_000) {
      const child = begin(args)
      let [stdout, stderr] = ['', '']
      child.stdout.on('data', (part) => {
        stdout += part
      })
      child.stderr.on('data', (part) => {
        stderr += part
      })
      const impatient = setTimeout(() => child.kill('SIGKILL'), timeoutMs)
      return new Promise((resolve) =>
        child.once('close', (code) => {
          clearTimeout(impatient)
          resolve({ code, stdout, stderr })
        }),
      )
    },
    start(args) {
      const child = begin(args)
      let text = ''
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (part) => {
          text += part
        })
      return Object.assign(child, { text: () => text })
    },
    filesWith: (text) =>
      readdirSync(home, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
        .filter((file) => readFileSync(file).includes(text)),
  }
}
