import { createHash } from 'node:crypto'
import { findProvider } from '#lib/providers/catalog'
import type { Provider } from '#lib/providers/provider'

const HOUR_SECONDS = 3600

interface Tested {
  id: string
  provider: string
  revokedAt: Date | null
  deletedAt: Date | null
  purpose: string
  testEveryHours: number | null
  environment: { testEveryHours: number }
}

/** Hours between scheduled tests of a key; 0 where none is made, whatever was chosen: its own choice or its environment's. */
export function testedEveryHours(key: Tested): number {
  const mayBe =
    key.purpose === 'application' && !key.revokedAt && !key.deletedAt && mayBeScheduled(findProvider(key.provider))
  return mayBe ? (key.testEveryHours ?? key.environment.testEveryHours) : 0
}

/** Nobody is charged for what nobody pressed. */
export function mayBeScheduled(provider: Provider | undefined): boolean {
  return provider?.proof.costs === 'nothing'
}

/**
 * The first moment after `last` at which a key's scheduled test is due. Each key has an offset of its own within the span,
 * made from its id, so that a thousand keys are not tested in the same minute, and each at the same time every day.
 * `claimDueTests` says the same to the database.
 */
export function nextTestAt(id: string, everyHours: number, last: Date): Date {
  const span = everyHours * HOUR_SECONDS
  const offset = createHash('sha256').update(id).digest().readUInt32BE() % span
  const slot = Math.floor((last.getTime() / 1000 - offset) / span) + 1
  return new Date((slot * span + offset) * 1000)
}
