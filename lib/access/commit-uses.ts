import { type AuditSubject, auditEntry } from '#lib/audit/event'
import { newId } from '#lib/ids'
import { runtime } from '#lib/server/runtime'
import type { Grant } from './authorize.ts'
import { unrecorded } from './commit.ts'
import { spendUse } from './spend-use.ts'

interface Use {
  keyId: string
  version: number
}

/**
 * `commitUse` for several keys of one environment that are opened together: one audit event that names them all, and a
 * usage event for each. For a scoped key it is one use.
 */
export async function commitUses(grant: Grant, kind: 'fetch', uses: Use[], subject: AuditSubject): Promise<void> {
  const { db, keyring } = runtime()
  const { actor, address } = grant.ctx
  const { projectId, environmentId } = grant.scope
  if (actor.type === 'scoped_key') await spendUse(actor, address)
  const { inner, outer } = keyring.chainKey
  const entry = auditEntry(grant.ctx, grant.action, 'allowed', { ...grant.scope.subject, ...subject })
  const ids = uses.map(() => newId('use'))
  const keyIds = uses.map(({ keyId }) => keyId)
  const versions = uses.map(({ version }) => version)
  await db.$executeRaw`
    WITH used AS (
      INSERT INTO usage_events (id, key_id, version, project_id, environment_id, kind, consumer_type, consumer_id, consumer_name, address)
      SELECT u.id, u.key_id, u.version, ${projectId}, ${environmentId}, ${kind}, ${actor.type}, ${actor.id}, ${actor.name}, ${address}
      FROM unnest(${ids}::text[], ${keyIds}::text[], ${versions}::int[]) AS u (id, key_id, version)
    ), state AS (
      UPDATE key_states SET last_used_at = now() WHERE key_id = ANY(${keyIds}::text[])
    )
    SELECT append_audit_event(${entry.id}, ${entry.body}, ${new Uint8Array(inner)}, ${new Uint8Array(outer)})`.catch(
    (cause: unknown) => {
      throw unrecorded(cause)
    },
  )
}
