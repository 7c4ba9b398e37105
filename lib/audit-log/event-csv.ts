import type { AuditEvent } from './schema.ts'

const COLUMNS: [name: string, read: (event: AuditEvent) => unknown][] = [
  ['seq', ({ seq }) => seq],
  ['id', ({ id }) => id],
  ['at', ({ at }) => at],
  ['actor_type', ({ actor }) => actor.type],
  ['actor_id', ({ actor }) => actor.id],
  ['actor_name', ({ actor }) => actor.name],
  ['action', ({ action }) => action],
  ['outcome', ({ outcome }) => outcome],
  ['target_type', ({ target }) => target?.type],
  ['target_id', ({ target }) => target?.id],
  ['target_name', ({ target }) => target?.name],
  ['project', ({ project }) => project],
  ['environment', ({ environment }) => environment],
  ['key_id', ({ keyId }) => keyId],
  ['address', ({ address }) => address],
  ['request_id', ({ requestId }) => requestId],
  ['reason', ({ reason }) => reason],
  ['before', ({ before }) => before && JSON.stringify(before)],
  ['after', ({ after }) => after && JSON.stringify(after)],
]

export function csvHeader(): string {
  return `${COLUMNS.map(([name]) => name).join(',')}\r\n`
}

export function csvLine(event: AuditEvent): string {
  return `${COLUMNS.map(([, read]) => csvCell(read(event))).join(',')}\r\n`
}

/** Quoted (RFC 4180), and a text that a spreadsheet would run as a formula begins with an apostrophe. */
function csvCell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value)
  const safe = /^\s*[=+\-@\t\r|%]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
