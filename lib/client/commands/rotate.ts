import { setTimeout } from 'node:timers/promises'
import type { CommandInput } from '../../cli/command.ts'
import { say } from '../../cli/print.ts'
import { readSecret } from '../../cli/read-secret.ts'
import { EXIT } from '../exit-codes.ts'
import { findKey } from '../find-key.ts'
import type { Server } from '../server.ts'
import { signIn } from '../sign-in.ts'

interface Rotation {
  state: string
  toVersion: number | null
  id: string
  test: { headline: string } | null
  problem: string | null
  needsPerson: boolean
  differences: string[]
}

export async function run(input: CommandInput): Promise<number> {
  const server = signIn(input)
  const key = await findKey(server, input.words[0] ?? '')
  const reason = input.options.reason ? { reason: input.options.reason } : {}
  if (input.flags.has('automatic')) return rotateByItself(server, key, reason)
  const value = await readSecret('New value')
  if (input.flags.has('untested')) {
    const { version } = await server.ask<{ version: number }>('POST', `/keys/${key.id}/versions`, { value, ...reason })
    say(`${key.name} has version ${version} from now on, which was not tested.`)
    return EXIT.ok
  }
  const rotation = await server.ask<Rotation>('POST', `/keys/${key.id}/rotations`, { value, ...reason })
  for (const sentence of rotation.differences) say(sentence)
  if (rotation.state === 'refused') {
    say(`${rotation.test?.headline ?? ''} Nothing was changed: ${key.name} keeps the value that it has.`)
    return EXIT.failed
  }
  say(
    `${key.name} has version ${rotation.toVersion} from now on. Revoke the old value at its provider when nobody uses it any more.`,
  )
  return EXIT.ok
}

const LOOK_MS = 1_000
/** What is not switched by then goes on in Claviger, and is told there. */
const LOOKED_FOR_MS = 120_000
const GOING = ['planned', 'minting', 'minted', 'discarding']

/** Claviger makes the new value: waits until it is current, or until it is clear that it will not be. */
async function rotateByItself(server: Server, key: { id: string; name: string }, reason: object): Promise<number> {
  let rotation = await server.ask<Rotation>('POST', `/keys/${key.id}/rotations`, reason)
  const until = Date.now() + LOOKED_FOR_MS
  while (GOING.includes(rotation.state) && !rotation.needsPerson && Date.now() < until) {
    await setTimeout(LOOK_MS)
    rotation = await server.ask<Rotation>('GET', `/rotations/${rotation.id}`)
  }
  for (const sentence of rotation.differences) say(sentence)
  const isSwitched = ['draining', 'revoking', 'completed'].includes(rotation.state)
  say(
    isSwitched
      ? `${key.name} has version ${rotation.toVersion} from now on. Claviger ends the old value after the overlap.`
      : `${rotation.problem ?? rotation.test?.headline ?? 'It is still going on.'} ${key.name} keeps the value that it has.`,
  )
  return isSwitched ? EXIT.ok : EXIT.failed
}
