import { type AuditSubject, auditEntry } from '#lib/audit/event'
import { newId } from '#lib/ids'
import { runtime } from '#lib/server/runtime'
import type { Grant } from './authorize.ts'
import { unrecorded } from './commit.ts'
import { spendUse } from './spend-use.ts'

interface Use {
  key: { id: string; projectId: string; environmentId: string }
  version: number
  /** `compare`: opened to be compared with, or looked for in, what came in; shown to nobody. */
  kind: 'reveal' | 'copy' | 'test' | 'clean' | 'compare' | 'share' | 'rotate'
}

/**
 * Says that a value is about to be opened: the audit event and the usage event, in one statement that commits by itself.
 * Call it before the value is opened; where it throws `unavailable`, no plaintext may exist.
 */
export async function commitUse(grant: Grant, { key, version, kind }: Use, subject: AuditSubject): Promise<void> {
  const { db, keyring } = runtime()
  const { actor } = grant.ctx
  const { type, id, name } = actor
  if (actor.type === 'scoped_key') await spendUse(actor, grant.ctx.address)
  const { inner, outer } = keyring.chainKey
  const entry = auditEntry(grant.ctx, grant.action, 'allowed', { ...grant.scope.subject, ...subject })
  await db.$executeRaw`
    WITH used AS (
      INSERT INTO usage_events (id, key_id, version, project_id, environment_id, kind, consumer_type, consumer_id, consumer_name, address)
      VALUES (${newId('use')}, ${key.id}, ${version}, ${key.projectId}, ${key.environmentId}, ${kind}, ${type}, ${id}, ${name}, ${grant.ctx.address})
    ), state AS (
      UPDATE key_states SET last_used_at = now() WHERE key_id = ${key.id}
    )
    SELECT append_audit_event(${entry.id}, ${entry.body}, ${new Uint8Array(inner)}, ${new Uint8Array(outer)})`.catch(
    (cause: unknown) => {
      throw unrecorded(cause)
    },
  )
}
