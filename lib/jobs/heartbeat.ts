/** The queue whose runs show that background work is done at all, and how often it runs. */
export const HEARTBEAT = 'tests.due'
export const HEARTBEAT_SECONDS = 60
