import { AppError } from '#lib/errors'
import { runtime } from '#lib/server/runtime'

/**
 * Counts one use of `bucket` in fixed windows, in PostgreSQL so that replicas agree. Beyond `max`: `rate_limited`, with
 * the seconds until the window ends.
 */
export async function limit(bucket: string, max: number, windowSeconds: number): Promise<void> {
  const rows = await runtime().db.$queryRaw<{ count: number; seconds: number }[]>`
    INSERT INTO rate_limits AS r (bucket, window_end, count) VALUES (${bucket}, now() + make_interval(secs => ${windowSeconds}), 1)
    ON CONFLICT (bucket) DO UPDATE SET
      count = CASE WHEN r.window_end <= now() THEN 1 ELSE r.count + 1 END,
      window_end = CASE WHEN r.window_end <= now() THEN excluded.window_end ELSE r.window_end END
    RETURNING count, extract(epoch FROM window_end - now())::float8 AS seconds`
  const row = rows[0]
  if (row && row.count > max) {
    throw new AppError(
      'rate_limited',
      `That is more than ${max} in ${windowSeconds} seconds. Try again in ${Math.ceil(row.seconds)} seconds.`,
      {
        retryAfterSeconds: row.seconds,
      },
    )
  }
}
