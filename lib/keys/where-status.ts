import type { Prisma } from '#lib/db/generated/client'
import { expiresSoonUntil, verdictsShownAs } from './key-status.ts'
import type { KeyStatus } from './schema.ts'

type Where = Prisma.KeyWhereInput

const NOT_REVOKED: Where = { revokedAt: null }
const UNTESTED: Where = { OR: [{ state: { is: null } }, { state: { is: { lastVerdict: null } } }] }
const FAILING: Where = { state: { is: { lastVerdict: { in: verdictsShownAs('failing') } } } }
const NOT_FAILING: Where = { OR: [UNTESTED, { state: { is: { lastVerdict: { notIn: verdictsShownAs('failing') } } } }] }
/** A warning of any stage but the last. */
const WARNED_BEFORE_LAST = ['p', 'w', 'f', 's'].map((next) => ({ lastStages: { contains: `w${next}` } }))
const STAGE_WARNED: Where = {
  state: { is: { lastVerdict: { in: verdictsShownAs('paired') }, OR: WARNED_BEFORE_LAST } },
}

/** `keyStatus` as a condition on the database: a test holds the two together. */
export function whereStatus(status: KeyStatus, now: Date): Where {
  const soon = expiresSoonUntil(now)
  switch (status) {
    case 'revoked':
      return { revokedAt: { not: null } }
    case 'expired':
      return { ...NOT_REVOKED, expiresAt: { lte: now } }
    case 'failing':
      return { ...NOT_REVOKED, AND: [livesAfter(now), FAILING] }
    case 'expiring':
      return { ...NOT_REVOKED, expiresAt: { gt: now, lte: soon }, AND: [NOT_FAILING] }
    default:
      return { ...NOT_REVOKED, AND: [livesAfter(soon), SHOWN[status]] }
  }
}

const SHOWN: Record<Exclude<KeyStatus, 'revoked' | 'expired' | 'failing' | 'expiring'>, Where> = {
  warned: { OR: [{ state: { is: { lastVerdict: { in: verdictsShownAs('warned') } } } }, STAGE_WARNED] },
  paired: {
    state: {
      is: {
        lastVerdict: { in: verdictsShownAs('paired') },
        OR: [{ lastStages: null }, { NOT: { OR: WARNED_BEFORE_LAST } }],
      },
    },
  },
  unknown: {
    state: {
      is: {
        lastVerdict: {
          not: null,
          notIn: [...verdictsShownAs('failing'), ...verdictsShownAs('warned'), ...verdictsShownAs('paired')],
        },
      },
    },
  },
  untested: UNTESTED,
}

function livesAfter(moment: Date): Where {
  return { OR: [{ expiresAt: null }, { expiresAt: { gt: moment } }] }
}
