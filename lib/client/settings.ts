import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { AppError } from '#lib/errors'
import { EXIT } from './exit-codes.ts'

/** What the client has to know: from its options first, then the environment, then what `claviger login` kept. */
export interface Settings {
  url: string
  token: string
  /** A file of certificate authorities to trust beside the usual ones. */
  ca: string | undefined
  project: string | undefined
  environment: string | undefined
}

export type Kept = Partial<Record<keyof Settings, string>>

const VARIABLES: Record<keyof Settings, string> = {
  url: 'CLAVIGER_URL',
  token: 'CLAVIGER_TOKEN',
  ca: 'CLAVIGER_CA_FILE',
  project: 'CLAVIGER_PROJECT',
  environment: 'CLAVIGER_ENVIRONMENT',
}

/** Throws a sentence where there is no address or no token; never sends a kept token to another address than its own. */
export function readSettings(given: Kept = {}): Settings {
  const kept = readKept()
  const named = (name: keyof Settings) => given[name] ?? (process.env[VARIABLES[name]] || undefined)
  const find = (name: keyof Settings) => named(name) ?? kept[name]
  const [url, token] = [find('url'), find('token')]
  if (!url || !token)
    throw new AppError(
      'unauthenticated',
      'You are not signed in. Run claviger login, or set CLAVIGER_URL and CLAVIGER_TOKEN.',
      {
        exitCode: EXIT.refused,
      },
    )
  if (token === kept.token && !given.token && originOf(url) !== originOf(kept.url ?? ''))
    throw new AppError(
      'invalid',
      `The kept token belongs to ${kept.url}, not to ${url}. Set CLAVIGER_TOKEN, or sign in there.`,
      {
        exitCode: EXIT.refused,
      },
    )
  // The kept place is that of the kept token: another token may be for another one.
  const findPlaced = (name: 'project' | 'environment') => (token === kept.token ? find(name) : named(name))
  return {
    url: originOf(url),
    token,
    ca: find('ca'),
    project: findPlaced('project'),
    environment: findPlaced('environment'),
  }
}

/** The address that an option or the environment names. */
export function namedUrl(given: string | undefined): string | undefined {
  return given ?? (process.env[VARIABLES.url] || undefined)
}

/** The address without anything behind it; throws where it is none. */
export function originOf(url: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new AppError(
      'invalid',
      `${url || 'Nothing'} is not the address of a Claviger. Give one such as https://keys.example.com`,
      {
        exitCode: EXIT.usage,
      },
    )
  return new URL(url).origin
}

function configFile(): string {
  const { CLAVIGER_CONFIG, XDG_CONFIG_HOME, APPDATA } = process.env
  if (CLAVIGER_CONFIG) return CLAVIGER_CONFIG
  const base = XDG_CONFIG_HOME || (process.platform === 'win32' && APPDATA) || path.join(homedir(), '.config')
  return path.join(base, 'claviger', 'config.json')
}

/** Where values are kept for when Claviger cannot be reached. */
export function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env
  const base = XDG_CACHE_HOME || (process.platform === 'win32' && LOCALAPPDATA) || path.join(homedir(), '.cache')
  return path.join(base, 'claviger')
}

function readKept(): Kept {
  const file = configFile()
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new AppError('invalid', `${file} cannot be read. Run claviger login, which writes it anew.`, {
      exitCode: EXIT.usage,
    })
  }
}

/** Readable by its owner alone, and never half written. */
export function keep(kept: Kept): string {
  const file = configFile()
  writePrivately(file, `${JSON.stringify(kept, null, 2)}\n`)
  return file
}

export function forget(): boolean {
  const file = configFile()
  const isThere = Object.keys(readKept()).length > 0
  rmSync(file, { force: true })
  return isThere
}

export function writePrivately(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const partial = `${file}.${process.pid}.partial`
  writeFileSync(partial, text, { mode: 0o600 })
  renameSync(partial, file)
}

/** What a program that is started gets: all of ours but the token, which it has no need of. */
export function environmentWith(values: Record<string, string>): NodeJS.ProcessEnv {
  const { CLAVIGER_TOKEN: _ours, ...others } = process.env
  return { ...others, ...values }
}
