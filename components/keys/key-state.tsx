import type { Key } from '#lib/keys/schema'
import { VerdictBadge } from '@/components/pairing/verdict-badge'
import { KeyStatus } from './key-status.tsx'

/** A key's status; where its last test failed, what failed. */
export function KeyState({ status, lastPairing }: Pick<Key, 'status' | 'lastPairing'>) {
  const tellsMore = lastPairing && (status === 'failing' || status === 'warned') && lastPairing.verdict !== 'paired'
  return tellsMore ? <VerdictBadge look="quiet" verdict={lastPairing.verdict} /> : <KeyStatus status={status} />
}
