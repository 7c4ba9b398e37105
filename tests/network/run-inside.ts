import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { PairingResult } from '#lib/pairing/schema'
import { RESOLVER, type ScenarioName } from './scenarios.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** Whether this machine lets us make network namespaces and has iproute2: on Linux, as root. */
export function hasNamespaces(): boolean {
  try {
    execFileSync('unshare', ['--net', '--mount', 'ip', 'link', 'set', 'lo', 'up'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** One pairing test of `value` in the network of a scenario, which is gone afterwards. */
export async function runInside(name: ScenarioName, value: string): Promise<PairingResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'claviger-namespace-'))
  try {
    const resolvers = path.join(folder, 'resolv.conf')
    writeFileSync(resolvers, `nameserver ${RESOLVER}\noptions timeout:1 attempts:1\n`)
    const script = 'mount --bind "$1" /etc/resolv.conf && shift && exec "$@"'
    const program = [
      process.execPath,
      path.join(ROOT, 'tests/network/inside.ts'),
      name,
      value,
      path.join(folder, 'ca.pem'),
    ]
    const { stdout } = await promisify(execFile)(
      'unshare',
      ['--net', '--mount', 'sh', '-c', script, 'inside', resolvers, ...program],
      {
        cwd: ROOT,
        maxBuffer: 4 * 1024 * 1024,
        env: { NODE_ENV: 'test', PATH: process.env.PATH, HOME: process.env.HOME },
      },
    )
    return PairingResult.parse(JSON.parse(stdout))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
