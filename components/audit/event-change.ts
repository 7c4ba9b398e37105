import type { AuditEvent } from '#lib/audit-log/schema'

const EDITS = /\.(edit|edit_self|guard|set|remove|deny|invite)$/
const MOST = 3
const WORDS: Record<string, string> = {
  baseUrl: 'base URL',
  ownerEmail: 'owner',
  rotateEveryDays: 'days between rotations',
  slug: 'short name',
  testEveryHours: 'hours between scheduled tests',
  scopedKeyMaxDays: 'days that scoped keys may live',
}

/** What an edit changed, short enough for a line: `role viewer → developer`. Null where it is not short, or not an edit. */
export function eventChange({ action, before, after }: Pick<AuditEvent, 'action' | 'before' | 'after'>): string | null {
  if (!EDITS.test(action)) return null
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  const parts = names.flatMap((name) => {
    const [old, next] = [short(name, before?.[name]), short(name, after?.[name])]
    return old === next ? [] : [labelled(name, [old, next].filter(Boolean).join(' → '))]
  })
  return parts.length > 0 && parts.length <= MOST ? parts.join(', ') : null
}

/** `disabled` or `not disabled`; a time or a long text is left to the details. */
function short(name: string, value: unknown): string | null {
  if (typeof value === 'boolean') return `${value ? '' : 'not '}${inWords(name)}`
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.length <= 60 && !/^\d{4}-\d\d-\d\dT/.test(value) ? value : null
}

/** Roles and switches name themselves. */
function labelled(name: string, change: string): string {
  return name === 'role' || change.endsWith(inWords(name)) ? change : `${inWords(name)} ${change}`
}

/** `requireStepUp` → `require step up`. */
function inWords(name: string): string {
  return WORDS[name] ?? name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
