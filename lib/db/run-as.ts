import { type StdioOptions, spawn } from 'node:child_process'

/** A system user that child processes run as; undefined means whoever runs Claviger. */
export interface SystemUser {
  uid: number
  gid: number
}

/** Nothing of Claviger's own environment, least of all a master key, may be readable in the database's process. */
const BARE_ENVIRONMENT: NodeJS.ProcessEnv = {
  NODE_ENV: 'production',
  PATH: process.env.PATH,
  SYSTEMROOT: process.env.SYSTEMROOT,
  LC_ALL: 'C',
}

/**
 * Runs a program of PostgreSQL to its end and returns its exit code and, unless `stdio` sends it elsewhere, its output.
 */
export function runAs(
  user: SystemUser | undefined,
  command: string,
  args: string[],
  stdio: StdioOptions = ['ignore', 'pipe', 'pipe'],
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...user, cwd: '/', env: BARE_ENVIRONMENT, stdio })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: output.trim() }))
  })
}
