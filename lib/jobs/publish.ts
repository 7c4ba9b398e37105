import { runtime } from '#lib/server/runtime'
import type { EventName, Events } from './events.ts'
import type { Within } from './jobs.ts'

/** Tells every queue that waits for this event. An operator's command runs no queues, and tells nobody. */
export async function publish<E extends EventName>(event: E, data: Events[E], within?: Within): Promise<void> {
  await runtime().jobs?.publish(event, data, within)
}
