import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Prisma } from '#lib/db/generated/client'
import { whereStatus } from '#lib/keys/where-status'
import { findProvider } from '#lib/providers/catalog'
import { inWords } from './in-words.ts'
import { readPolicyBook } from './policy-book.ts'
import { readRules } from './read-rules.ts'
import type { Level, WarningKind } from './schema.ts'
import { levelAt, stageOf } from './stage-of.ts'

const DAY_MS = 86_400_000
/** Something is wrong with a rotation that has tried this often. */
const STUCK_TRIES = 5

/** Something that somebody should know of at this moment. */
export interface Matter {
  kind: WarningKind
  subject: string
  level: Level
  title: string
  detail: string
  stage: number
  keyId: string | null
  projectId: string | null
  environmentId: string | null
  provider: string | null
  dueAt: Date | null
}

const FACTS = {
  id: true,
  name: true,
  provider: true,
  projectId: true,
  environmentId: true,
  expiresAt: true,
  rotationDueAt: true,
  isAutomated: true,
  fingerprint: true,
  environment: { select: { name: true, slug: true, protected: true } },
  project: { select: { name: true, slug: true } },
  state: { select: { lastVerdict: true, lastUsedAt: true } },
} satisfies Prisma.KeySelect
type Facts = Prisma.KeyGetPayload<{ select: typeof FACTS }>

const LIVE: Prisma.KeyWhereInput = { deletedAt: null, revokedAt: null, project: { deletedAt: null } }

/** All that somebody should know of now. What is not among them any more is over. */
export async function findMatters(grant: Grant, now: Date): Promise<Matter[]> {
  const rules = await readRules(grant)
  const finders: Partial<Record<WarningKind, (days: readonly number[]) => Promise<Matter[]>>> = {
    expires: (days) => findDated(grant, now, days, 'expires'),
    rotation_due: (days) => findDated(grant, now, days, 'rotation_due'),
    rotation_stuck: () => findStuck(grant, now),
    pairing_failing: () => findFailing(grant, now),
    provider_incident: () => findIncidents(grant),
    unused: ([days = 60]) => findUnused(grant, now, days),
    same_value: () => findSameValues(grant),
  }
  const found: Matter[] = []
  for (const { kind, isOn, days } of rules) if (isOn) found.push(...((await finders[kind]?.(days)) ?? []))
  return found
}

async function findDated(
  grant: Grant,
  now: Date,
  ruleDays: readonly number[],
  kind: 'expires' | 'rotation_due',
): Promise<Matter[]> {
  const book = await readPolicyBook(grant)
  const column = kind === 'expires' ? 'expiresAt' : 'rotationDueAt'
  const until = new Date(now.getTime() + Math.max(...ruleDays, ...book.longestLead) * DAY_MS)
  const keys = await read(grant).key.findMany({ where: { ...LIVE, [column]: { lte: until } }, select: FACTS })
  return keys.flatMap((key) => {
    const dueAt = key[column]
    const stage = dueAt && stageOf(dueAt, book.leadDaysOf(key) ?? ruleDays, now)
    if (!dueAt || stage === null) return []
    // What rotates by itself is nobody's errand, until it has not.
    const isOwnErrand = kind === 'rotation_due' && key.isAutomated && book.isByItself(key)
    if (isOwnErrand && now.getTime() - dueAt.getTime() < DAY_MS) return []
    return [
      {
        ...about(key),
        kind,
        subject: `${kind}:${key.id}`,
        stage,
        level: levelAt(stage),
        dueAt,
        ...datedWords(kind, key, stage),
      },
    ]
  })
}

function datedWords(kind: 'expires' | 'rotation_due', key: Facts, stage: number) {
  const when = stage === 0 ? '' : stage === 1 ? ' within a day' : ` within ${stage} days`
  const where = placeOf(key)
  if (kind === 'expires')
    return {
      title: stage === 0 ? `${key.name} has expired` : `${key.name} expires${when}`,
      detail: `${where}. ${stage === 0 ? 'Whoever uses it fails' : 'Whoever uses it fails from then on'}; rotate it.`,
    }
  return {
    title: stage === 0 ? `${key.name} should have been rotated` : `${key.name} is to be rotated${when}`,
    detail: `${where}. Rotate it ${key.isAutomated ? 'or look why it did not rotate by itself' : 'in Claviger'}.`,
  }
}

async function findStuck(grant: Grant, now: Date): Promise<Matter[]> {
  const rows = await read(grant).rotation.findMany({
    where: {
      openKeyId: { not: null },
      key: LIVE,
      OR: [
        { needsPerson: true },
        { problem: { not: null }, tries: { gte: STUCK_TRIES } },
        { mode: 'manual', overlapEndsAt: { lt: now } },
      ],
    },
    include: { key: { select: FACTS } },
  })
  return rows.map(({ key, problem, mode, fromVersion, overlapEndsAt }) => ({
    ...about(key),
    kind: 'rotation_stuck',
    subject: `rotation_stuck:${key.id}`,
    stage: 0,
    level: 'fail',
    dueAt: overlapEndsAt,
    title: `The rotation of ${key.name} waits for somebody`,
    detail:
      mode === 'manual'
        ? `${placeOf(key)}. The overlap is over: revoke version ${fromVersion} at its provider, and prove it dead.`
        : `${placeOf(key)}. ${problem ?? 'It does not go on.'}`,
  }))
}

async function findFailing(grant: Grant, now: Date): Promise<Matter[]> {
  const keys = await read(grant).key.findMany({
    where: { AND: [LIVE, { purpose: 'application' }, whereStatus('failing', now)] },
    select: FACTS,
  })
  return keys.map((key) => ({
    ...about(key),
    kind: 'pairing_failing',
    subject: `pairing_failing:${key.id}`,
    stage: 0,
    level: key.environment.protected ? 'fail' : 'warn',
    dueAt: null,
    title: `${key.name} fails its pairing test`,
    detail: `${placeOf(key)}. The verdict is “${inWords(key.state?.lastVerdict)}”; its page says why, and what to do.`,
  }))
}

async function findIncidents(grant: Grant): Promise<Matter[]> {
  const open = await read(grant).statusIncident.findMany({
    where: { resolvedAt: null, page: { state: { in: ['degraded', 'outage'] }, failures: 0 } },
    orderBy: { startedAt: 'desc' },
  })
  if (open.length === 0) return []
  const used = await read(grant).key.groupBy({ by: ['provider'], where: LIVE })
  return used.flatMap(({ provider }): Matter[] => {
    const feed = findProvider(provider)?.status
    const incident = feed && open.find(({ pageUrl }) => pageUrl === feed.url)
    if (!incident) return []
    return [
      {
        kind: 'provider_incident',
        subject: `provider_incident:${provider}:${incident.externalId}`.slice(0, 400),
        stage: 0,
        level: 'warn',
        keyId: null,
        projectId: null,
        environmentId: null,
        provider,
        dueAt: incident.startedAt,
        title: `${findProvider(provider)?.name ?? provider} reports an incident`,
        detail: `${incident.title.slice(0, 300)}. Keys of this provider may fail for that reason alone.`,
      },
    ]
  })
}

async function findUnused(grant: Grant, now: Date, days: number): Promise<Matter[]> {
  const before = new Date(now.getTime() - days * DAY_MS)
  const keys = await read(grant).key.findMany({
    where: {
      ...LIVE,
      purpose: 'application',
      createdAt: { lt: before },
      versionCreatedAt: { lt: before },
      OR: [
        { state: { is: null } },
        { state: { is: { lastUsedAt: null } } },
        { state: { is: { lastUsedAt: { lt: before } } } },
      ],
    },
    select: FACTS,
  })
  return keys.map((key) => ({
    ...about(key),
    kind: 'unused',
    subject: `unused:${key.id}`,
    stage: 0,
    level: 'info',
    dueAt: key.state?.lastUsedAt ?? null,
    title: `${key.name} was not used for ${days} days`,
    detail: `${placeOf(key)}. A key that nobody needs is best revoked.`,
  }))
}

async function findSameValues(grant: Grant): Promise<Matter[]> {
  const groups = await read(grant).key.groupBy({
    by: ['fingerprint'],
    where: { ...LIVE, fingerprint: { not: '' } },
    having: { fingerprint: { _count: { gt: 1 } } },
  })
  const keys = await read(grant).key.findMany({
    where: { ...LIVE, fingerprint: { in: groups.map(({ fingerprint }) => fingerprint) } },
    select: FACTS,
  })
  const same = Map.groupBy(keys, ({ fingerprint }) => fingerprint)
  // Each is told of its own key alone: whoever sees one environment may not see the other.
  return [...same.values()]
    .filter((group) => new Set(group.map(({ environmentId }) => environmentId)).size > 1)
    .flat()
    .map((key) => ({
      ...about(key),
      kind: 'same_value',
      subject: `same_value:${key.id}`,
      stage: 0,
      level: 'warn',
      dueAt: null,
      title: `${key.name} has the same value in another environment`,
      detail: `${placeOf(key)}. Whoever has one has both, and they can only be rotated together.`,
    }))
}

function about({ id, projectId, environmentId, provider }: Facts) {
  return { keyId: id, projectId, environmentId, provider }
}

function placeOf({ project, environment }: Facts): string {
  return `${project.name}, ${environment.name}`
}
