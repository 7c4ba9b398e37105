import { type AuditSubject, auditEntry } from '#lib/audit/event'
import { AppError } from '#lib/errors'
import { newId } from '#lib/ids'
import { runtime } from '#lib/server/runtime'
import type { Grant } from './authorize.ts'
import { unrecorded } from './commit.ts'
import { statement } from './statement.ts'
import { together } from './together.ts'

/** By what: a fetch, OpenClaw's resolver, an export; `compare` is shown to nobody. */
export type UseKind = 'fetch' | 'openclaw' | 'export' | 'compare'

interface Use {
  keyId: string
  version: number
}

/**
 * `commitUse` for several keys of one environment that are opened together: one audit event that names them all, and a
 * usage event for each. Calls that come at once share one commit. For a scoped key it is one use; where that was ended,
 * has expired or is used up by now, `unauthenticated`, on whichever replica. `agent`: what the caller calls itself.
 */
export async function commitUses(
  grant: Grant,
  kind: UseKind,
  uses: Use[],
  subject: AuditSubject,
  agent: string | null = null,
): Promise<void> {
  const { actor, address } = grant.ctx
  const { projectId, environmentId } = grant.scope
  const entry = auditEntry(grant.ctx, grant.action, 'allowed', { ...grant.scope.subject, ...subject })
  const isRecorded = await record({
    ...entry,
    ...(actor.type === 'scoped_key' && { scopedKeyId: actor.id }),
    actor: { type: actor.type, id: actor.id, name: actor.name },
    address,
    agent,
    kind,
    projectId,
    environmentId,
    uses: uses.map(({ keyId, version }) => [keyId, version] as const),
  }).catch((cause: unknown) => {
    throw unrecorded(cause)
  })
  if (!isRecorded) throw new AppError('unauthenticated', 'This scoped key has ended or is used up. Make a new one.')
}

/** What `commit_uses` in the database takes of one call. */
interface Recorded {
  uses: (readonly [keyId: string, version: number])[]
  [field: string]: unknown
}

const record = together(async (items: Recorded[]): Promise<boolean[]> => {
  const ids = items.flatMap(({ uses }) => uses.map(() => newId('use')))
  const { inner, outer } = runtime().keyring.chainKey
  const rows = await statement<{ recorded: boolean[] }>(
    'commit_uses',
    'SELECT commit_uses($1::jsonb, $2::text[], $3, $4) AS recorded',
    [JSON.stringify(items), ids, inner, outer],
  )
  return rows[0]?.recorded ?? []
})
