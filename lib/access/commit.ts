import { type AuditSubject, auditEntry } from '#lib/audit/event'
import { record } from '#lib/audit/record'
import type { Prisma } from '#lib/db/generated/client'
import { AppError, isAppError } from '#lib/errors'
import { runtime } from '#lib/server/runtime'
import type { Grant } from './authorize.ts'

export type Transaction = Prisma.TransactionClient

/** What the work returns to the caller, and what the audit log says about it. */
export interface Work<T> {
  result: T
  event: AuditSubject & { outcome?: 'allowed' | 'failed' }
}

/**
 * The only way to a transaction: runs the work and writes the audit event in that same transaction.
 * A lost race (unique index, changed row) becomes `conflict` with the given sentence; anything else that keeps the
 * event from being written becomes `unavailable`, and nothing has happened.
 */
export async function commit<T>(
  grant: Grant,
  work: (tx: Transaction) => Promise<Work<T>>,
  conflict?: string,
): Promise<T> {
  const { db, keyring } = runtime()
  try {
    return await db.$transaction(async (tx) => {
      const { result, event } = await work(tx)
      const { outcome = 'allowed', ...subject } = event
      await record(
        tx,
        keyring.chainKey,
        auditEntry(grant.ctx, grant.action, outcome, { ...grant.scope.subject, ...subject }),
      )
      return result
    })
  } catch (error) {
    if (isAppError(error)) throw error
    if (LOST_RACES.has(codeOf(error))) {
      throw new AppError(
        'conflict',
        conflict ?? 'Somebody else changed this at the same moment. Nothing of yours was kept; look again and retry.',
        { cause: error },
      )
    }
    throw unrecorded(error)
  }
}

/**
 * The same for an act that changes nothing but the log, such as opening a value: one statement, committed by itself.
 */
export async function commitEvent(
  grant: Grant,
  { outcome = 'allowed', ...subject }: Work<void>['event'],
): Promise<void> {
  const { db, keyring } = runtime()
  const entry = auditEntry(grant.ctx, grant.action, outcome, { ...grant.scope.subject, ...subject })
  await record(db, keyring.chainKey, entry).catch((cause: unknown) => {
    throw unrecorded(cause)
  })
}

/** Fail closed: what cannot be recorded is not done. */
export function unrecorded(cause: unknown): AppError {
  return new AppError('unavailable', 'This could not be recorded, so it was not done. Try again in a moment.', {
    cause,
  })
}

/** Taken meanwhile, gone meanwhile, still or no longer referred to, and a deadlock: Prisma's words for them. */
const LOST_RACES = new Set<unknown>(['P2002', 'P2025', 'P2003', 'P2034'])

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}
