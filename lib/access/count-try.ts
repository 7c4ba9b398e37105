import { createHash } from 'node:crypto'
import { AppError } from '#lib/errors'
import { runtime } from '#lib/server/runtime'

const LOCKED_SECONDS = 15 * 60

/**
 * Counts a try at guessing before it is made, in PostgreSQL so that replicas agree and parallel tries cannot slip by.
 * After `max`, `rate_limited` until 15 minutes have passed since the last one that counted.
 */
export async function countTry(bucket: string, max: number): Promise<void> {
  const rows = await runtime().db.$queryRaw<{ count: number; seconds: number }[]>`
    INSERT INTO rate_limits AS r (bucket, window_end, count)
    VALUES (${keyOf(bucket)}, now() + make_interval(secs => ${LOCKED_SECONDS}), 1)
    ON CONFLICT (bucket) DO UPDATE SET
      count = CASE WHEN r.window_end <= now() THEN 1 ELSE least(r.count + 1, ${max} + 1) END,
      window_end = CASE WHEN r.window_end <= now() OR r.count < ${max} THEN excluded.window_end ELSE r.window_end END
    RETURNING count, extract(epoch FROM window_end - now())::float8 AS seconds`
  const row = rows[0]
  if (!row || row.count <= max) return
  const minutes = Math.max(1, Math.ceil(row.seconds / 60))
  throw new AppError(
    'rate_limited',
    `Too many tries. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, then try again.`,
    { retryAfterSeconds: row.seconds },
  )
}

/** The try was right: `forget` starts over, `uncount` takes back that one only. */
export async function forgetTries({ forget, uncount }: { forget?: string; uncount?: string }): Promise<void> {
  const { rateLimit } = runtime().db
  if (forget) await rateLimit.deleteMany({ where: { bucket: keyOf(forget) } })
  if (uncount)
    await rateLimit.updateMany({
      where: { bucket: keyOf(uncount), count: { gt: 0 } },
      data: { count: { decrement: 1 } },
    })
}

/** Hashed, because people type passwords where names belong. */
function keyOf(bucket: string): string {
  return `try:${createHash('sha256').update(bucket).digest('base64url')}`
}
