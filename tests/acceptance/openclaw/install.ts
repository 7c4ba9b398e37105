import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

export const VERSION = '2026.9.6'

/**
 * The real package in a scratch folder of its own, about 650 MB, kept from run to run. Returns its command; null where the
 * registry cannot be reached. Its install scripts are not run: none of them is needed.
 */
export async function installOpenClaw(say: (line: string) => void): Promise<string | null> {
  const folder = path.join(tmpdir(), `claviger-openclaw-${VERSION}`)
  const command = path.join(folder, 'node_modules/openclaw/openclaw.mjs')
  const whole = path.join(folder, 'whole')
  if (existsSync(whole)) return command
  say(`Installing openclaw@${VERSION} into ${folder} …`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n')
  const env = { ...process.env, PATH: `${path.dirname(process.execPath)}:${process.env.PATH}` }
  try {
    const args = ['install', `openclaw@${VERSION}`, '--ignore-scripts', '--no-audit', '--no-fund', '--no-save']
    await promisify(execFile)('npm', args, { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 })
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string }
    if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|network/i.test(stderr)) return null
    throw error
  }
  writeFileSync(whole, '')
  return command
}
