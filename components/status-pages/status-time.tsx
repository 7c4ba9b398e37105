import type { StatusPage } from '#lib/status-pages/schema'
import { RelativeTime } from '@/components/time/relative-time'

/** As of when a state is known, or since when it is not, and why. */
export function StatusTime({ status }: { status: StatusPage }) {
  const { isWatched, state, since, asOf, problem } = status
  if (!isWatched) return null
  if (state !== 'unknown')
    return (
      <>
        as of <RelativeTime at={asOf} />
      </>
    )
  return (
    <>
      {since && (
        <>
          since <RelativeTime at={since} />
          {'. '}
        </>
      )}
      {problem}
    </>
  )
}
