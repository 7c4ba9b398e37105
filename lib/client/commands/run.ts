import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'
import { AppError, isAppError } from '#lib/errors'
import type { CommandInput } from '../../cli/command.ts'
import { say } from '../../cli/print.ts'
import { EXIT } from '../exit-codes.ts'
import { type Fetched, fetchValues, type Wanted } from '../fetch-values.ts'
import { followValues } from '../follow-values.ts'
import { keepLastKnown, readLastKnown } from '../last-known.ts'
import { environmentWith, type Settings } from '../settings.ts'
import { namesOf, signInAt } from '../sign-in.ts'

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/
/** Of a command that is asked to end before it is made to. */
const GRACE_MS = 10_000
const ENDING: readonly string[] = ['SIGINT', 'SIGTERM']
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR1', 'SIGUSR2'] as const

export async function run(input: CommandInput): Promise<number> {
  const onChange = readOnChange(input.options['on-change'])
  const { settings, server, place } = await signInAt(input)
  const wanted: Wanted = { place, names: namesOf(input), reason: input.options.reason }
  const keeps = !input.flags.has('no-cache')
  const started = await start(settings, wanted, keeps, () => fetchValues(server, wanted))
  const child = new Child(input.command, started.values)
  const stop = new AbortController()
  const following = followValues(server, {
    wanted,
    known: started.etag,
    signal: stop.signal,
    onChange: async (fetched) => {
      if (keeps) keepLastKnown(settings, wanted, fetched)
      await child.change(fetched.values, onChange, `${place.project}/${place.environment}`)
    },
    onOutage: (reason) => say(`${reason} ${input.command[0]} goes on with the values that it has.`),
    onRecovery: () => say('Claviger answers again.'),
  })
  following.catch((error: unknown) =>
    say(`Changes are not followed any more: ${isAppError(error) ? error.message : 'unexpected'}`),
  )
  const code = await child.ended
  stop.abort()
  return code
}

/** What to start with: what Claviger says now, else what it said last. */
async function start(
  settings: Settings,
  wanted: Wanted,
  keeps: boolean,
  fetch: () => Promise<Fetched>,
): Promise<Fetched> {
  try {
    const fetched = await fetch()
    if (keeps) keepLastKnown(settings, wanted, fetched)
    return fetched
  } catch (error) {
    const known =
      keeps && isAppError(error) && error.exitCode === EXIT.unreachable ? readLastKnown(settings, wanted) : null
    if (!known) throw error
    say(`${(error as Error).message} Starting with the values of ${known.at}.`)
    return known
  }
}

type OnChange = 'restart' | 'nothing' | NodeJS.Signals

function readOnChange(given = 'restart'): OnChange {
  if (given === 'restart' || given === 'nothing' || Object.hasOwn(constants.signals, given)) return given as OnChange
  throw new AppError('invalid', `--on-change is restart, nothing or a signal such as SIGHUP, not ${given}.`, {
    exitCode: EXIT.usage,
  })
}

/** The command that runs, across its restarts. */
class Child {
  readonly ended: Promise<number>
  readonly #command: string[]
  #process: ChildProcess
  #isRestarting = false
  /** Whoever asked for an end while it was being restarted does not get another start. */
  #isEnding = false
  #end: (code: number) => void = () => {}

  constructor(command: string[], values: Fetched['values']) {
    this.#command = command
    this.ended = new Promise((resolve) => {
      this.#end = resolve
    })
    this.#process = this.#spawn(values)
    for (const signal of FORWARDED)
      process.on(signal, () => {
        this.#isEnding ||= ENDING.includes(signal)
        this.#process.kill(signal)
      })
  }

  async change(values: Fetched['values'], how: OnChange, place: string): Promise<void> {
    const [name] = this.#command
    if (how === 'nothing') return say(`${place} changed. ${name} goes on with what it had.`)
    if (how !== 'restart') {
      say(`${place} changed: ${how} to ${name}.`)
      this.#process.kill(how)
      return
    }
    say(`${place} changed: restarting ${name}.`)
    this.#isRestarting = true
    await endProcess(this.#process)
    this.#isRestarting = false
    if (this.#isEnding) return this.#end(codeOf(this.#process))
    this.#process = this.#spawn(values)
  }

  #spawn(values: Fetched['values']): ChildProcess {
    const [program = '', ...args] = this.#command
    const child = spawn(program, args, { stdio: 'inherit', env: environmentWith(variables(values)) })
    child.on('error', (error: NodeJS.ErrnoException) => {
      say(
        error.code === 'ENOENT' ? `There is no command ${program}.` : `${program} could not be started: ${error.code}.`,
      )
      this.#end(127)
    })
    child.on('exit', () => {
      if (!this.#isRestarting) this.#end(codeOf(child))
    })
    return child
  }
}

function variables(values: Fetched['values']): Record<string, string> {
  const unfit = Object.keys(values).filter((name) => !VARIABLE.test(name))
  if (unfit.length > 0) say(`${unfit.join(', ')} cannot be an environment variable and was left out.`)
  const fit = Object.entries(values).filter(([name]) => VARIABLE.test(name))
  return Object.fromEntries(fit.map(([name, { value }]) => [name, value]))
}

/** As a shell tells it. */
function codeOf({ exitCode, signalCode }: ChildProcess): number {
  return exitCode ?? 128 + (signalCode ? constants.signals[signalCode] : 0)
}

function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const impatient = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
    child.once('exit', () => {
      clearTimeout(impatient)
      resolve()
    })
    child.kill('SIGTERM')
  })
}
