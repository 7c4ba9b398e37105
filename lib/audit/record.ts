import type { PrismaClient } from '#lib/db/generated/client'
import type { AuditEntry } from './event.ts'

/** The two padded blocks of HMAC-SHA-256 (RFC 2104), so that SQL can chain with its own sha256 and never sees the key. */
export interface ChainKey {
  inner: Buffer
  outer: Buffer
}

type Executor = Pick<PrismaClient, '$executeRaw'>

/** Appends one event to the chain, in the transaction of whoever calls: what cannot be recorded does not happen. */
export async function record(tx: Executor, key: ChainKey, entry: AuditEntry): Promise<void> {
  await tx.$executeRaw`SELECT append_audit_event(${entry.id}, ${entry.body}, ${new Uint8Array(key.inner)}, ${new Uint8Array(key.outer)})`
}
