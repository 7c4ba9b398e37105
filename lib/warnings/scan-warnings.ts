import { authorize, type Grant } from '#lib/access/authorize'
import { bySystem } from '#lib/access/by-system'
import { observe, observeTogether } from '#lib/access/observe'
import { read } from '#lib/access/read'
import type { Prisma, Warning } from '#lib/db/generated/client'
import { newId } from '#lib/ids'
import { findMatters } from './find-matters.ts'
import type { Matter } from './matters/matter.ts'
import { readPeople } from './people.ts'
import { type DeliveryPlan, readDeliveryPlan } from './plan-deliveries.ts'
import { type PolicyBook, readPolicyBook } from './policy-book.ts'

/** Nobody takes it for so long: the next ones are told. */
const ESCALATE_MS = 24 * 3_600_000
const LAST_STEP = 3
/** At a time, so that no statement is too long. */
const BATCH = 1000

/**
 * Looks what somebody should know of, and tells it: what is new, what has come closer, what nobody took for a day, and
 * what is over. Two that look at once tell nothing twice: an open matter is one row, and so is each telling of it.
 */
export async function scanWarnings(now = new Date()): Promise<void> {
  const grant = await authorize(bySystem('Warnings'), 'warning.raise')
  const book = await readPolicyBook(grant)
  const matters = await findMatters(grant, book, now)
  const open = await read(grant).warning.findMany({ where: { openSubject: { not: null } } })
  const known = new Map(open.map((row) => [row.openSubject ?? '', row]))
  const plan = await readDeliveryPlan(grant, now)
  const told = await readRecipients(grant, book, matters, open)

  const fresh = matters.filter(({ subject }) => !known.has(subject))
  for (const batch of inBatches(fresh)) await raise(batch, told, plan, now)

  const current = new Map(matters.map((matter) => [matter.subject, matter]))
  const isOver = ({ openSubject }: Warning) => !current.has(openSubject ?? '')
  const heard = await readWhoHeard(grant, open.filter(isOver))
  for (const row of open) {
    const matter = current.get(row.openSubject ?? '')
    if (!matter) await resolve(row, plan.overTo(row, heard.get(row.id) ?? []), now)
    else await bringUpToDate(row, matter, told, plan, now)
  }
}

type Recipients = Awaited<ReturnType<typeof readRecipients>>

async function readRecipients(grant: Grant, book: PolicyBook, matters: Matter[], open: Warning[]) {
  const people = await readPeople(grant, book)
  const ids = [...new Set([...matters, ...open].flatMap(({ keyId }) => (keyId ? [keyId] : [])))]
  const owners = new Map<string, string | null>()
  for (const batch of inBatches(ids)) {
    const keys = await read(grant).key.findMany({ where: { id: { in: batch } }, select: { id: true, ownerId: true } })
    for (const { id, ownerId } of keys) owners.set(id, ownerId)
  }
  return (about: Pick<Matter, 'keyId' | 'environmentId' | 'projectId'>, step: number) =>
    people.at(about, owners.get(about.keyId ?? '') ?? null, step)
}

async function raise(matters: Matter[], told: Recipients, plan: DeliveryPlan, now: Date): Promise<void> {
  const rows = matters.map((matter) => {
    const { step, people } = told(matter, 0)
    const escalateAt = step < LAST_STEP && matter.level !== 'info' ? new Date(now.getTime() + ESCALATE_MS) : null
    const dates = { raisedAt: now, stagedAt: now, escalateAt }
    return { people, data: { id: newId('wrn'), ...matter, openSubject: matter.subject, round: 1, step, ...dates } }
  })
  await observeTogether(async (db) => {
    // Whoever else raised one of them at the same moment also tells of it.
    const kept = await db.warning.createManyAndReturn({
      data: rows.map(({ data }) => data),
      skipDuplicates: true,
      select: { id: true },
    })
    const ids = new Set(kept.map(({ id }) => id))
    const deliveries = rows
      .filter(({ data }) => ids.has(data.id))
      .flatMap(({ data, people }) => [...plan.toPeople(data, people), ...plan.toChannels(data)])
    for (const batch of inBatches(deliveries))
      await db.warningDelivery.createMany({ data: batch, skipDuplicates: true })
  })
}

async function bringUpToDate(
  row: Warning,
  matter: Matter,
  told: Recipients,
  plan: DeliveryPlan,
  now: Date,
): Promise<void> {
  const { level, title, detail, stage, dueAt } = matter
  const isCloser = stage < row.stage
  const isMovedOn = stage > row.stage
  const isAwake = row.snoozedUntil !== null && row.snoozedUntil <= now
  const isSnoozed = row.snoozedUntil !== null && !isAwake
  const words = { level, title, detail, stage, dueAt }
  // Put off, but not yet over: the date was moved.
  if (isMovedOn || isSnoozed) {
    if (isMovedOn || title !== row.title || stage !== row.stage) await update(row, words)
    return
  }
  if (isCloser || isAwake) {
    const { step, people } = told(row, 0)
    const round = row.round + 1
    const escalateAt = step < LAST_STEP && level !== 'info' ? new Date(now.getTime() + ESCALATE_MS) : null
    const data = { ...words, round, step, escalateAt, stagedAt: now, takenById: null, takenByName: null, ...AWAKE }
    const again = { ...row, ...words, round }
    await tell(row, data, [...plan.toPeople(again, people), ...plan.toChannels(again)])
    return
  }
  if (row.escalateAt && row.escalateAt <= now && !row.takenById) {
    const { step, people } = told(row, row.step + 1)
    const escalateAt = step < LAST_STEP ? new Date(now.getTime() + ESCALATE_MS) : null
    await tell(row, { ...words, step, escalateAt }, plan.toPeople({ ...row, ...words }, people))
    return
  }
  if (title !== row.title || detail !== row.detail || level !== row.level) await update(row, words)
}

const AWAKE = { snoozedUntil: null, snoozedByName: null, snoozeReason: null }

/** The row is the lock: whoever else changed it meanwhile has told of it, taken it or put it off. */
function whereUnchanged({ id, round, step, escalateAt, takenById, snoozedUntil }: Warning): Prisma.WarningWhereInput {
  return { id, round, step, escalateAt, takenById, snoozedUntil, openSubject: { not: null } }
}

async function update(row: Warning, data: Prisma.WarningUpdateManyMutationInput): Promise<void> {
  await observe((db) => db.warning.updateMany({ where: whereUnchanged(row), data }))
}

async function tell(
  row: Warning,
  data: Prisma.WarningUncheckedUpdateManyInput,
  deliveries: Prisma.WarningDeliveryCreateManyInput[],
): Promise<void> {
  await observeTogether(async (db) => {
    const { count } = await db.warning.updateMany({ where: whereUnchanged(row), data })
    if (count === 1) await db.warningDelivery.createMany({ data: deliveries, skipDuplicates: true })
  })
}

/** The channels that were told of warnings, or may have been: whoever was tried may have heard. */
async function readWhoHeard(grant: Grant, warnings: Warning[]): Promise<Map<string, string[]>> {
  const heard = new Map<string, string[]>()
  for (const batch of inBatches(warnings.map(({ id }) => id))) {
    const rows = await read(grant).warningDelivery.findMany({
      where: { warningId: { in: batch }, channelId: { not: null }, event: 'raised', tries: { gt: 0 } },
      select: { warningId: true, channelId: true },
      distinct: ['warningId', 'channelId'],
    })
    for (const { warningId, channelId } of rows)
      if (channelId) heard.set(warningId, [...(heard.get(warningId) ?? []), channelId])
  }
  return heard
}

/** What nobody has been told yet need not be told any more; channels that heard of it hear that it is over. */
async function resolve(row: Warning, toChannels: Prisma.WarningDeliveryCreateManyInput[], now: Date): Promise<void> {
  await observeTogether(async (db) => {
    const data = { openSubject: null, resolvedAt: now, escalateAt: null }
    const { count } = await db.warning.updateMany({ where: { id: row.id, openSubject: { not: null } }, data })
    if (count === 0) return
    const waiting = { warningId: row.id, event: 'raised', state: 'waiting' as const }
    await db.warningDelivery.updateMany({ where: waiting, data: { state: 'cancelled' } })
    await db.warningDelivery.createMany({ data: toChannels, skipDuplicates: true })
  })
}

function inBatches<T>(items: T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  )
}
