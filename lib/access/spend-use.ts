import type { ScopedKeyActor } from '#lib/context'
import { AppError } from '#lib/errors'
import { runtime } from '#lib/server/runtime'

/**
 * Counts one use of a scoped key and marks where from, in one statement: of two that want the last use one gets it, on
 * whichever replica. Throws `unauthenticated` where the key was ended, expired or used up since it was looked up.
 */
export async function spendUse({ id }: ScopedKeyActor, address: string | null): Promise<void> {
  const spent = await runtime().db.$executeRaw`
    UPDATE scoped_keys SET uses = uses + 1, last_used_at = now(), last_used_address = ${address}
    WHERE id = ${id} AND ended_at IS NULL AND expires_at > now() AND (max_uses IS NULL OR uses < max_uses)`
  if (spent === 0) throw new AppError('unauthenticated', 'This scoped key has ended or is used up. Make a new one.')
}
