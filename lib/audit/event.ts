import type { Action } from '#lib/access/policy'
import type { Context } from '#lib/context'
import { newId } from '#lib/ids'

/** What an event is about. Ids and names only: never a value, never part of one. */
export interface AuditSubject {
  target?: { type: string; id: string; name: string }
  projectId?: string
  environmentId?: string
  keyId?: string
  reason?: string
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

export type Outcome = 'allowed' | 'denied' | 'failed'

export interface AuditEntry {
  id: string
  /** The exact text that is stored and chained. */
  body: string
}

/** One event as text. The database adds sequence and time, and chains it. */
export function auditEntry(ctx: Context, action: Action, outcome: Outcome, subject: AuditSubject): AuditEntry {
  const id = newId('evt')
  const body = JSON.stringify({
    id,
    actor: { type: ctx.actor.type, id: ctx.actor.id, name: ctx.actor.name, ...via(ctx) },
    action,
    outcome,
    target: subject.target ?? null,
    projectId: subject.projectId ?? null,
    environmentId: subject.environmentId ?? null,
    keyId: subject.keyId ?? null,
    address: ctx.address,
    requestId: ctx.requestId,
    reason: subject.reason ?? null,
    before: subject.before ?? null,
    after: subject.after ?? null,
  })
  return { id, body: escapeControls(body) }
}

function via(ctx: Context) {
  const { actor } = ctx
  if (actor.type === 'scoped_key') return { maker: { id: actor.maker.id, name: actor.maker.name } }
  return actor.type === 'member' ? { via: actor.via } : {}
}

/** PostgreSQL holds no NUL and no broken surrogate, and no reader of the log should be steered by bidirectional marks. */
function escapeControls(json: string): string {
  return json
    .replace(/\\u(0000|d[89a-f]..)/g, '\\ufffd')
    .replace(/[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, (char) => {
      return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
    })
}
