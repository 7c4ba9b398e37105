import { runtime } from '#lib/server/runtime'

/** How long whoever carries a rotation on may be silent before another one may. */
const LEASE_SECONDS = 30
export const RENEW_SECONDS = 10

export interface Claim {
  fence: number
  /** The database's clock, which alone decides what is due. */
  now: Date
}

/**
 * Takes a rotation that is due and that nobody carries on: of two at once one gets it, on whichever replica. Whoever had
 * it before holds an older fence, under which nothing can be written any more. Null where there is nothing to take.
 */
export async function claimRotation(id: string): Promise<Claim | null> {
  const rows = await runtime().db.$queryRaw<Claim[]>`
    UPDATE rotations SET fence = fence + 1, lease_until = now() + ${LEASE_SECONDS} * interval '1 second'
    WHERE id = ${id} AND open_key_id IS NOT NULL AND mode = 'automatic' AND NOT needs_person
      AND next_at <= now() AND (lease_until IS NULL OR lease_until < now())
    RETURNING fence, now() AS now`
  return rows[0] ?? null
}

/** Says that it is still carried on. False where somebody else has it by now. */
export async function renewClaim(id: string, fence: number): Promise<boolean> {
  const count = await runtime().db.$executeRaw`
    UPDATE rotations SET lease_until = now() + ${LEASE_SECONDS} * interval '1 second' WHERE id = ${id} AND fence = ${fence}`
  return count === 1
}

/** Lets others take it, once it is due again. */
export async function releaseClaim(id: string, fence: number): Promise<void> {
  await runtime().db.$executeRaw`UPDATE rotations SET lease_until = NULL WHERE id = ${id} AND fence = ${fence}`
}
