import { runBulkChange } from '#lib/bulk-changes/run-bulk-change'
import { sendDeliveries } from '#lib/deliveries/send-deliveries'
import { tellChanges } from '#lib/openclaw/tell-changes'
import { runBatch } from '#lib/pairings/run-batch'
import { advanceRotation } from '#lib/rotation-engine/advance-rotation'
import { compareWithProviders } from '#lib/rotation-engine/compare-with-provider'
import { startDueRotations } from '#lib/rotations/start-due-rotations'
import { noteVerdictChange } from '#lib/warnings/note-verdict-change'
import { scanWarnings } from '#lib/warnings/scan-warnings'
import { claimDueTests } from './claim-due-tests.ts'
import type { Events } from './events.ts'
import { HEARTBEAT, HEARTBEAT_SECONDS } from './heartbeat.ts'
import type { JobData } from './jobs.ts'
import type { Queue } from './queue.ts'
import { runScheduledTest } from './run-scheduled-test.ts'
import { sendDueRotations } from './send-due-rotations.ts'
import { tidyBatches } from './tidy-batches.ts'
import { tidyBulkChanges } from './tidy-bulk-changes.ts'
import { tidyPairings } from './tidy-pairings.ts'
import { tidyWarnings } from './tidy-warnings.ts'
import { watchStatusPages } from './watch-status-pages.ts'

const dueTests: Queue = {
  name: HEARTBEAT,
  everySeconds: HEARTBEAT_SECONDS,
  atOnce: 1,
  lookEverySeconds: 60,
  withinSeconds: 60,
  retries: 0,
  run: claimDueTests,
}

/** Two at once of one provider: nobody waits for a scheduled test, and no provider should feel them. */
const scheduledTests: Queue<JobData['tests.run']> = {
  name: 'tests.run',
  atOnce: 4,
  atOnceAGroup: 2,
  lookEverySeconds: 30,
  withinSeconds: 180,
  retries: 1,
  run: runScheduledTest,
}

const batches: Queue<JobData['batches.run']> = {
  name: 'batches.run',
  atOnce: 3,
  lookEverySeconds: 10,
  withinSeconds: 3600,
  heartbeatSeconds: 15,
  retries: 50,
  run: runBatch,
}

const batchTidying: Queue = {
  name: 'batches.tidy',
  everySeconds: 3600,
  atOnce: 1,
  lookEverySeconds: 300,
  withinSeconds: 60,
  retries: 0,
  run: async () => {
    await tidyBatches()
    await tidyBulkChanges()
  },
}

const pairingTidying: Queue = {
  name: 'pairings.tidy',
  everySeconds: 86_400,
  atOnce: 1,
  lookEverySeconds: 3600,
  withinSeconds: 600,
  retries: 1,
  run: async () => {
    await tidyPairings()
    await tidyWarnings()
  },
}

/** Pages claim themselves when they are due, so a run that takes long hinders none that begins meanwhile. */
const statusPages: Queue = {
  name: 'status.watch',
  everySeconds: 60,
  atOnce: 1,
  lookEverySeconds: 60,
  withinSeconds: 300,
  retries: 0,
  run: watchStatusPages,
}

/** A rotation reaches gateways of OpenClaw that were connected within seconds. */
const gateways: Queue = {
  name: 'openclaw.tell',
  everySeconds: 10,
  atOnce: 1,
  lookEverySeconds: 10,
  withinSeconds: 300,
  retries: 0,
  run: () => tellChanges(),
}

const rotations: Queue<JobData['rotations.run']> = {
  name: 'rotations.run',
  atOnce: 4,
  lookEverySeconds: 10,
  withinSeconds: 600,
  heartbeatSeconds: 15,
  retries: 3,
  run: ({ rotationId }, signal) => advanceRotation(rotationId, signal),
}

const bulkChanges: Queue<JobData['bulk.run']> = {
  name: 'bulk.run',
  atOnce: 2,
  lookEverySeconds: 10,
  withinSeconds: 3600,
  heartbeatSeconds: 15,
  retries: 50,
  run: runBulkChange,
}

/** Whatever became of a job, what is due is found within seconds. */
const dueRotations: Queue = {
  name: 'rotations.due',
  everySeconds: 10,
  atOnce: 1,
  lookEverySeconds: 10,
  withinSeconds: 60,
  retries: 0,
  run: async () => {
    await startDueRotations()
    await sendDueRotations()
  },
}

const comparison: Queue = {
  name: 'rotations.compare',
  everySeconds: 300,
  atOnce: 1,
  lookEverySeconds: 60,
  withinSeconds: 900,
  retries: 0,
  run: () => compareWithProviders(),
}

const warnings: Queue = {
  name: 'warnings.scan',
  everySeconds: 60,
  atOnce: 1,
  lookEverySeconds: 30,
  withinSeconds: 300,
  retries: 0,
  run: () => scanWarnings(),
}

/** Each takes its own: several may send at once, in every process. */
const deliveries: Queue = {
  name: 'warnings.send',
  everySeconds: 10,
  atOnce: 2,
  lookEverySeconds: 5,
  withinSeconds: 300,
  retries: 0,
  run: (_, signal) => sendDeliveries(signal),
}

const verdictChanges: Queue<Events['key.verdict_changed']> = {
  name: 'warnings.verdicts',
  on: 'key.verdict_changed',
  atOnce: 1,
  lookEverySeconds: 15,
  withinSeconds: 60,
  retries: 3,
  run: noteVerdictChange,
}

/** All background work of the product. */
export const QUEUES: readonly Queue[] = [
  dueTests,
  scheduledTests,
  batches,
  batchTidying,
  pairingTidying,
  statusPages,
  gateways,
  rotations,
  bulkChanges,
  dueRotations,
  comparison,
  warnings,
  deliveries,
  verdictChanges,
]
