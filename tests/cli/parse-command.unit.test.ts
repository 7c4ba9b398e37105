import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { operatorCommands } from '#lib/cli/commands'
import { parseCommand as parse } from '#lib/cli/parse-command'
import { clientCommands } from '#lib/client/commands'

const program = { call: 'npx claviger', commands: [...operatorCommands, ...clientCommands], about: '' }
const parseCommand = (args: string[]) => parse(program, args)
const ROOT = path.resolve(import.meta.dirname, '../..')
const refusalOf = (...args: string[]) => {
  try {
    parseCommand(args)
  } catch (error) {
    return { message: (error as Error).message, exitCode: (error as { exitCode?: number }).exitCode }
  }
  throw new Error('was not refused')
}

describe('the command line', () => {
  it('has every command of the contract, each with help of its own that loads nothing', () => {
    const names = [
      'admin create',
      'admin reset-password',
      'token create',
      'doctor',
      'backup',
      'restore',
      'prove-value',
      'recovery-key',
      'recovery-key confirm',
      'recovery-key restore',
      'master-key rotate',
      'audit verify',
    ]
    expect(operatorCommands.map(({ name }) => name).sort()).toEqual(names.sort())
    const overview = parseCommand(['--help'])
    for (const name of names) {
      expect(overview).toMatchObject({ text: expect.stringContaining(name) })
      expect(parseCommand([...name.split(' '), '--help'])).toMatchObject({
        text: expect.stringMatching(`^Usage: npx claviger ${name}\\b`),
      })
    }
    expect(parseCommand(['admin', '--help'])).toMatchObject({ text: expect.stringContaining('admin reset-password') })
    expect(parseCommand([])).toEqual(overview)
  })

  it('finds the longest command, and its options wherever they stand', () => {
    expect(parseCommand(['recovery-key'])).toMatchObject({ command: { name: 'recovery-key' } })
    expect(parseCommand(['recovery-key', 'restore'])).toMatchObject({ command: { name: 'recovery-key restore' } })
    expect(parseCommand(['token', 'create', '--name=n', '--user', 'a@b.c'])).toMatchObject({
      input: { options: { name: 'n', user: 'a@b.c' } },
    })
    expect(parseCommand(['backup', '/tmp/my file'])).toMatchObject({ input: { words: ['/tmp/my file'] } })
    expect(parseCommand(['run', 'a/b', '--no-cache', '--', 'node', '--version', '--', 'x'])).toMatchObject({
      input: { words: ['a/b'], flags: new Set(['no-cache']), command: ['node', '--version', '--', 'x'] },
    })
  })

  it('answers what it does not understand with one sentence and exit code 2', () => {
    const cases: [string[], string][] = [
      [['frobnicate'], 'There is no command "frobnicate"'],
      [['admin'], 'There are: admin create, admin reset-password'],
      [['admin', 'creat'], 'There are: admin create'],
      [['admin', 'create'], '--email is missing'],
      [['admin', 'create', '--email'], 'An option lacks its value'],
      [['doctor', '--fix'], 'There is no option --fix here'],
      [['backup'], 'The name of the file is missing'],
      [['backup', 'a', 'b'], '"b" is one word too many'],
      [['recovery-key', 'destroy'], '"destroy" is one word too many'],
      [['--frob'], 'There is no command'],
      [['run'], 'Write the command to run after --'],
      [['run', '--'], 'Write the command to run after --'],
      [['fetch', 'a/b', 'c/d'], '"c/d" is one word too many'],
      [['fetch', '--', 'ls'], 'Nothing belongs after -- here'],
    ]
    for (const [args, sentence] of cases) {
      expect(refusalOf(...args)).toEqual({ message: expect.stringContaining(sentence), exitCode: 2 })
    }
  })

  it('runs as npx claviger in the clone itself, with no registry in reach', () => {
    expect(statSync(path.join(ROOT, 'lib/cli/claviger.mjs')).mode & 0o111).toBe(0o111)
    const env = {
      NODE_ENV: 'production' as const,
      PATH: pathWithout('node_modules'),
      HOME: process.env.HOME ?? '',
      npm_config_registry: 'http://127.0.0.1:9',
    }
    const { stdout, status } = spawnSync('npx', ['claviger', '--version'], { cwd: ROOT, env, encoding: 'utf8' })
    expect({ stdout, status }).toEqual({ stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), status: 0 })
  })
})

/** Where the machine's own npm is found, as in a shell. */
function pathWithout(part: string): string {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.includes(part))
    .join(path.delimiter)
}
