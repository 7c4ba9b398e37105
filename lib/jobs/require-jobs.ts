import { AppError } from '#lib/errors'
import { runtime } from '#lib/server/runtime'
import type { Jobs } from './jobs.ts'

/** The running queues, for what cannot be done without them. */
export function requireJobs(): Jobs {
  const { jobs } = runtime()
  if (jobs) return jobs
  throw new AppError(
    'unavailable',
    'Background work does not run here, so this was not begun. `npx claviger doctor` says why; restart Claviger when it is mended.',
  )
}
