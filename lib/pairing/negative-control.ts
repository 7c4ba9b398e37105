import { randomBytes } from 'node:crypto'
import type { Exchange } from '#lib/outbound/exchange'
import type { Provider } from '#lib/providers/provider'
import { readAnswer } from './read-answer.ts'

/** What a server did with a deliberately wrong key. */
export type ControlOutcome = 'refused' | 'accepted' | 'inconclusive'

/** A key that no server can know, and that no scanner takes for a real one. */
export function wrongKey(): string {
  return `claviger-negative-control-${randomBytes(12).toString('hex')}`
}

/** A success counts as proof only where a wrong key is refused; an outage or a rate limit shows neither. */
export function readControl(provider: Provider, { answer, host }: Exchange): ControlOutcome {
  if (!answer) return 'inconclusive'
  const { verdict } = readAnswer(provider, answer, host)
  if (verdict === 'paired') return 'accepted'
  const refused = answer.status === 401 || (answer.status === 403 && answer.kind !== 'html')
  return refused || verdict === 'key_invalid' ? 'refused' : 'inconclusive'
}
