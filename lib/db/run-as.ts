import { type StdioOptions, spawn } from 'node:child_process'

/** A system user that child processes run as; undefined means whoever runs Claviger. */
export interface SystemUser {
  uid: number
  gid: number
}

/**
 * Runs a program of PostgreSQL to its end and returns its exit code and, unless `stdio` sends it elsewhere, its output.
 * The environment is empty but for the path: nothing of Claviger's settings, least of all a master key, may be
 * readable in the database's process.
 */
export function runAs(
  user: SystemUser | undefined,
  command: string,
  args: string[],
  stdio: StdioOptions = ['ignore', 'pipe', 'pipe'],
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const env = {
      PATH: process.env.PATH ?? '/usr/bin:/bin',
      LC_ALL: 'C',
      SYSTEMROOT: process.env.SYSTEMROOT,
    } as NodeJS.ProcessEnv
    const child = spawn(command, args, { ...user, cwd: '/', env, stdio })
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
