import { authorize } from '#lib/access/authorize'
import type { Context } from '#lib/context'
import { readDatedKeys } from '#lib/keys/read-dated-keys'
import { ofKey } from './of-key.ts'
import type { RotationCalendar } from './schema.ts'

const DAY_MS = 86_400_000
const AHEAD_DAYS = 366
const SHOWN = 500

/** What is overdue and what is due within a year, of the keys that the caller sees: the nearest first. */
export async function findCalendar(ctx: Context, now = new Date()): Promise<RotationCalendar> {
  const grant = await authorize(ctx, 'key.list')
  const span = { lte: new Date(now.getTime() + AHEAD_DAYS * DAY_MS) }
  const dated = await readDatedKeys(grant, ctx.actor, span, SHOWN)
  const items = dated.map(({ kind, at, key }) => ({
    kind,
    at: at.toISOString(),
    key: ofKey(key),
    provider: key.provider,
    isAutomatic: kind === 'rotation' && key.isAutomated,
    owner: key.owner?.name ?? null,
  }))
  return { items, nextCursor: null }
}
