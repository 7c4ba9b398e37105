const MINUTE_MS = 60_000
const IN_USE_MS = 2 * MINUTE_MS
const OTHERWISE_MS = 30 * MINUTE_MS
const LONGEST_BACKOFF_MS = 60 * MINUTE_MS
/** However long a page asks to be left alone, it is looked at again within a quarter of a day. */
const LONGEST_WAIT_MS = 6 * 60 * MINUTE_MS

interface Asked {
  now: Date
  /** Somebody keeps a key of one of its providers. */
  isInUse: boolean
  /** Failures in a row, this one included. */
  failures: number
  retryAt?: Date | undefined
  random?: () => number
}

/**
 * When a page is to be asked next: every 2 minutes where its provider is in use, else every 30. After failures twice as
 * long each time, up to an hour; never before the page itself allows it. A random part keeps pages and replicas apart.
 */
export function nextDue({ now, isInUse, failures, retryAt, random = Math.random }: Asked): Date {
  const usual = isInUse ? IN_USE_MS : OTHERWISE_MS
  const longest =
    failures === 0 ? usual : Math.min(usual * 2 ** Math.min(failures, 10), Math.max(LONGEST_BACKOFF_MS, usual))
  const shorter = failures === 0 ? longest / 10 : longest / 2
  const due = now.getTime() + longest - random() * shorter
  const allowed = Math.min(retryAt?.getTime() ?? 0, now.getTime() + LONGEST_WAIT_MS)
  return new Date(Math.max(due, allowed))
}

/** A page whose provider came into use meanwhile need not wait for the half hour to pass. */
export function isOverdueInUse(askedAt: Date | null, now: Date): boolean {
  return askedAt === null || now.getTime() - askedAt.getTime() >= IN_USE_MS
}
