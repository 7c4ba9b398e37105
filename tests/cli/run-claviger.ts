import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../..')

export interface Run {
  code: number | null
  stdout: string
  stderr: string
}

/** The command as a process of its own, with nothing of this process's settings but the path. */
export function startClaviger(args: string[], settings: Record<string, string>): ChildProcess {
  const env = {
    NODE_ENV: 'production' as const,
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    CLAVIGER_CONTROL_HOSTS: '',
    CLAVIGER_STATUS_PAGES: 'off',
    ...settings,
  }
  return spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(ROOT, 'lib/cli/main.ts'), ...args],
    {
      cwd: ROOT,
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  )
}

export function runClaviger(args: string[], settings: Record<string, string>, input = ''): Promise<Run> {
  const child = startClaviger(args, settings)
  child.stdin?.on('error', () => {})
  child.stdin?.end(input)
  return endOf(child)
}

export function endOf(child: ChildProcess): Promise<Run> {
  const run: Run = { code: null, stdout: '', stderr: '' }
  child.stdout?.on('data', (chunk) => {
    run.stdout += chunk
  })
  child.stderr?.on('data', (chunk) => {
    run.stderr += chunk
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...run, code })))
}
