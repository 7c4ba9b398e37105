import type { Prisma } from '#lib/db/generated/client'
import type { Level, WarningKind } from '../schema.ts'

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

/** What is read of a key to speak of it. */
export const FACTS = {
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
export type Facts = Prisma.KeyGetPayload<{ select: typeof FACTS }>

export const LIVE: Prisma.KeyWhereInput = { deletedAt: null, revokedAt: null, project: { deletedAt: null } }

export function about({ id, projectId, environmentId, provider }: Facts) {
  return { keyId: id, projectId, environmentId, provider }
}

export function placeOf({ project, environment }: Facts): string {
  return `${project.name}, ${environment.name}`
}
