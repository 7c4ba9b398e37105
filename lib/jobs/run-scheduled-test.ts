import { bySystem } from '#lib/access/by-system'
import { isAppError } from '#lib/errors'
import { testedEveryHours } from '#lib/keys/test-schedule'
import { prepareKeyTest } from '#lib/pairings/prepare-key-test'
import { runtime } from '#lib/server/runtime'
import type { JobData } from './jobs.ts'

/**
 * Tests a key on the path that a person's test takes: audited use, kept result. Nothing is done where it was deleted,
 * revoked or taken off the schedule while the job waited.
 */
export async function runScheduledTest({ keyId }: JobData['tests.run']): Promise<void> {
  const key = await runtime().db.key.findFirst({
    where: { id: keyId, project: { deletedAt: null } },
    include: { environment: { select: { testEveryHours: true } } },
  })
  if (!key || testedEveryHours(key) === 0) return
  try {
    const run = await prepareKeyTest(bySystem('Scheduled test'), keyId, { trigger: 'scheduled' })
    await run()
  } catch (error) {
    if (!isAppError(error) || error.code !== 'not_found') throw error
  }
}
