import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { AppError, isAppError } from '#lib/errors'
import type { CommandInput } from '../../cli/command.ts'
import { print, say } from '../../cli/print.ts'
import { EXIT } from '../exit-codes.ts'
import { type Finding, findKeys } from '../find-keys.ts'
import { type Digests, makeStoredFinder } from '../find-stored.ts'
import { signIn } from '../sign-in.ts'
import { json } from '../table.ts'

const MOST_BYTES = 5 * 1024 * 1024
const HOOK = '#!/bin/sh\nexec claviger scan --staged\n'

export async function run(input: CommandInput): Promise<number> {
  const { flags, words } = input
  if (flags.has('install-hook')) return installHook()
  const findStored = flags.has('offline') ? null : await storedFinder(input)
  const texts = flags.has('staged') ? stagedTexts() : filesUnder(words.length > 0 ? words : ['.']).map(readText)
  const found: (Finding & { file: string })[] = []
  let looked = 0
  for (const { file, text } of texts) {
    if (text === null) continue
    looked += 1
    const stored = findStored?.(text) ?? []
    const others = findKeys(text).filter(({ line }) => !stored.some((finding) => finding.line === line))
    found.push(...[...stored, ...others].sort((a, b) => a.line - b.line).map((finding) => ({ file, ...finding })))
  }
  if (flags.has('json')) print(json(found))
  else for (const { file, line, says } of found) print(`${file}:${line}: ${says}`)
  say(
    `${found.length === 0 ? 'Nothing' : `${found.length} ${found.length === 1 ? 'key' : 'keys'}`} found in ${looked} ${looked === 1 ? 'file' : 'files'}.`,
  )
  return found.length > 0 ? EXIT.found : EXIT.ok
}

/** Looks for stored values too, where somebody is signed in who may open any. */
async function storedFinder(input: CommandInput) {
  try {
    const server = signIn(input)
    const digests = await server.ask<Digests & { leftOut: string[] }>('POST', '/value-digests', {})
    if (digests.leftOut.length > 0)
      say(`Not looked for, as more than a role is asked for there: ${digests.leftOut.join(', ')}.`)
    return makeStoredFinder(digests)
  } catch (error) {
    if (!isAppError(error)) throw error
    say(`Looking for keys by their form alone: ${error.message.split('\n', 1)[0]}`)
    return null
  }
}

interface Text {
  file: string
  /** Null for what is no text, or too long for one. */
  text: string | null
}

function readText(file: string): Text {
  const bytes = statSync(file).size > MOST_BYTES ? null : readFileSync(file)
  return { file, text: bytes && !bytes.subarray(0, 8000).includes(0) ? bytes.toString('utf8') : null }
}

/** What git knows or would add; outside a repository, everything. */
function filesUnder(places: string[]): string[] {
  return places.flatMap((place) => {
    if (!existsSync(place)) throw new AppError('invalid', `There is no ${place}.`, { exitCode: EXIT.usage })
    if (statSync(place).isFile()) return [place]
    const listed = git(['-C', place, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'])
    if (listed !== null) {
      const names = [...new Set(listed.split('\0').filter(Boolean))].map((name) => path.join(place, name))
      return names.filter((name) => existsSync(name) && statSync(name).isFile())
    }
    return readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/(^|[/\\])node_modules([/\\]|$)/.test(entry.parentPath))
      .map((entry) => path.join(entry.parentPath, entry.name))
  })
}

function stagedTexts(): Text[] {
  const names = git(['diff', '--cached', '--name-only', '-z', '--diff-filter=d'])
  if (names === null) throw new AppError('invalid', 'This is not a git repository.', { exitCode: EXIT.usage })
  return names
    .split('\0')
    .filter(Boolean)
    .map((file) => {
      const text = git(['show', `:${file}`])
      return { file, text: text === null || text.slice(0, 8000).includes('\0') ? null : text }
    })
}

function git(args: string[]): string | null {
  try {
    return execFileSync('git', args, {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return null
  }
}

function installHook(): number {
  const folder = git(['rev-parse', '--git-path', 'hooks'])?.trim()
  if (!folder) throw new AppError('invalid', 'This is not a git repository.', { exitCode: EXIT.usage })
  const file = path.join(folder, 'pre-commit')
  if (existsSync(file) && readFileSync(file, 'utf8') !== HOOK)
    throw new AppError('conflict', `${file} is there already. Add this line to it: claviger scan --staged || exit 1`)
  writeFileSync(file, HOOK)
  chmodSync(file, 0o755)
  say(`git runs it before each commit from now on (${file}).`)
  return EXIT.ok
}
