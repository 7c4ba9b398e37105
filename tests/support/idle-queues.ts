import { QUEUES } from '#lib/jobs/queues'

/** The product's queues, on which nobody works: what is sent to them stays where a test can look at it. */
export const idleQueues = QUEUES.map(({ everySeconds: _, ...queue }) => ({ ...queue, atOnce: 0 }))
