import type { ReadClient } from '#lib/access/read'
import type { AuditEvent as EventRow } from '#lib/db/generated/client'
import type { AuditEvent } from './schema.ts'

/** Rows as they are shown, with slugs in place of ids where the thing still exists. Two queries a page. */
export async function describeEvents(db: ReadClient, rows: EventRow[]): Promise<AuditEvent[]> {
  const projects = await slugsOf(db.project, rows, 'projectId')
  const environments = await slugsOf(db.environment, rows, 'environmentId')
  return rows.map((row) => {
    const { requestId = null, before, after } = JSON.parse(row.body)
    const { id, action, projectId, environmentId, keyId, address, reason } = row
    return {
      id,
      seq: Number(row.seq),
      at: row.at.toISOString(),
      actor: { type: row.actorType, id: row.actorId, name: row.actorName },
      action,
      outcome: outcomeOf(row),
      target: targetOf(row),
      project: projectId && (projects.get(projectId) ?? projectId),
      environment: environmentId && (environments.get(environmentId) ?? environmentId),
      projectId,
      environmentId,
      keyId,
      address,
      requestId,
      reason,
      before,
      after,
    }
  })
}

type Slugged = ReadClient['project'] | ReadClient['environment']

async function slugsOf(table: Slugged, rows: EventRow[], column: 'projectId' | 'environmentId') {
  const ids = [...new Set(rows.flatMap((row) => row[column] ?? []))]
  const query = { where: { id: { in: ids } }, select: { id: true, slug: true } }
  const found = ids.length > 0 ? await (table as ReadClient['project']).findMany(query) : []
  return new Map(found.map(({ id, slug }) => [id, slug]))
}

function outcomeOf({ outcome }: EventRow): AuditEvent['outcome'] {
  return outcome === 'denied' || outcome === 'failed' ? outcome : 'allowed'
}

function targetOf({ targetType: type, targetId: id, targetName: name }: EventRow): AuditEvent['target'] {
  return type && id ? { type, id, name: name ?? id } : null
}
