import { runtime } from '#lib/server/runtime'
import { pollDuePages } from '#lib/status-pages/poll-due-pages'
import { publish } from './publish.ts'

/** Asks the status pages that are due, and tells what changed. An operator may have it off: some networks lead nowhere. */
export async function watchStatusPages(): Promise<void> {
  if (!runtime().env.watchesStatusPages) return
  for (const { provider, from, to, at } of await pollDuePages())
    await publish('status.changed', { provider, from, to, at: at.toISOString() })
}
