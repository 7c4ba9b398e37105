import { randomBytes } from 'node:crypto'
import type { Lab } from '../lab/start-lab.ts'
import type { Canary } from './search-for.ts'

const SHOWN_TAIL = 4

/** Where canaries come from, and where it is written down which were planted. */
export interface Nest {
  canaries: Canary[]
  /** A key of a provider that the lab knows, in a state of the lab's. */
  key(name: string, provider?: string, scenario?: string): string
  /** Any other secret: a password, or a value with everything in it that somebody might have to escape. */
  secret(name: string): string
  /** A secret that was made elsewhere; `prefix` is public. */
  watch(name: string, value: string, prefix?: string): string
}

export function makeNest(lab: Lab): Nest {
  const canaries: Canary[] = []
  const watch = (name: string, value: string, prefix = '') => {
    const secret = value.slice(prefix.length, -SHOWN_TAIL)
    if (secret.length < 12) throw new Error(`${name} is too short to be told from chance.`)
    canaries.push({ name, secret })
    return value
  }
  return {
    canaries,
    watch,
    key(name, provider = 'openai', scenario = 'valid') {
      const value = lab.issue(provider, { scenario })
      return watch(name, value, commonStart(value, lab.issue(provider, { scenario })))
    },
    secret: (name) => watch(name, `c${randomBytes(9).toString('hex')}"<&>'/+ %é\\${randomBytes(9).toString('hex')}`),
  }
}

/** What two keys of a kind begin with is not secret. */
function commonStart(one: string, other: string): string {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return one.slice(0, length)
}
