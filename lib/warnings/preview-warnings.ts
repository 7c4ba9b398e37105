import { authorize } from '#lib/access/authorize'
import { bySystem } from '#lib/access/by-system'
import type { Context } from '#lib/context'
import { readDatedKeys } from '#lib/keys/read-dated-keys'
import { readPeople } from './people.ts'
import { readDeliveryPlan } from './plan-deliveries.ts'
import { readPolicyBook } from './policy-book.ts'
import { readRules } from './read-rules.ts'
import { type Preview, type PreviewItem, STEPS } from './schema.ts'
import { levelAt } from './stage-of.ts'

const DAY_MS = 86_400_000
const AHEAD_DAYS = 120
const SHOWN = 100
/** Some of these nobody is told of: what rotates by itself, say. */
const READ = 500

/** Who will be told of what, and when, of the keys that the caller sees: the nearest first. */
export async function previewWarnings(ctx: Context, now = new Date()): Promise<Preview> {
  const grant = await authorize(ctx, 'warning.preview')
  const until = { gt: now, lte: new Date(now.getTime() + AHEAD_DAYS * DAY_MS) }
  const dated = await readDatedKeys(grant, ctx.actor, until, READ)
  // Whom it reaches is the same whoever asks: read as the product itself does.
  const all = await authorize(bySystem('Warnings'), 'warning.raise')
  const book = await readPolicyBook(all)
  const people = await readPeople(all, book)
  const plan = await readDeliveryPlan(all, now)
  const rules = new Map((await readRules(all)).map((rule) => [rule.kind, rule]))
  const items = dated.flatMap(({ kind: what, at: dueAt, key }): PreviewItem[] => {
    const kind = what === 'expiry' ? 'expires' : 'rotation_due'
    const rule = rules.get(kind)
    const isOwnErrand = kind === 'rotation_due' && key.isAutomated && book.isByItself(key)
    if (!rule?.isOn || isOwnErrand) return []
    const days = book.leadDaysOf(key) ?? rule.days
    const at = [...days, 0].map((lead) => new Date(dueAt.getTime() - lead * DAY_MS)).filter((moment) => moment > now)
    const place = { keyId: key.id, environmentId: key.environmentId, projectId: key.projectId }
    const told = STEPS.flatMap((step, index) => {
      const found = people.at(place, key.ownerId, index)
      return found.step === index && found.people.length > 0
        ? [{ step, names: found.people.map(({ name }) => name) }]
        : []
    })
    return [
      {
        kind,
        key: { id: key.id, name: key.name, project: key.project.name, environment: key.environment.name },
        dueAt: dueAt.toISOString(),
        at: at.map((moment) => moment.toISOString()).sort(),
        told,
        channels: plan.channelsFor({ level: levelAt(0), projectId: key.projectId }).map(({ name }) => name),
      },
    ]
  })
  return { items: items.slice(0, SHOWN), nextCursor: null }
}
