import { listen } from '#lib/db/listen'

/** What changes in the environments, on whichever replica, for programs that wait for it. */
export interface Changes {
  /** A moment: what changes after it, `next` tells. */
  mark(): number
  /** Resolves once something in the environment has changed since the mark, after `ms`, or when the caller is gone. */
  next(environmentId: string, since: number, ms: number, signal: AbortSignal): Promise<void>
  /** Lets everybody who waits go. */
  stop(): Promise<void>
}

/** Tells of changes that nobody told of, should one ever be lost. */
const LOOK_ANYWAY_MS = 20_000

export async function startChanges(appUrl: string): Promise<Changes> {
  const waiting = new Map<string, Set<() => void>>()
  const changedAt = new Map<string, number>()
  let clock = 0
  let stopped = false

  const wake = (environmentId: string) => {
    changedAt.set(environmentId, ++clock)
    const all = waiting.get(environmentId)
    waiting.delete(environmentId)
    for (const go of all ?? []) go()
  }
  const wakeAll = () => {
    for (const environmentId of [...waiting.keys()]) wake(environmentId)
  }
  const end = await listen(appUrl, 'claviger_changes', { onMessage: wake, onGap: wakeAll })

  return {
    mark: () => clock,
    next(environmentId, since, ms, signal) {
      if (stopped || signal.aborted || (changedAt.get(environmentId) ?? 0) > since) return Promise.resolve()
      return new Promise((resolve) => {
        const all = waiting.get(environmentId) ?? new Set()
        waiting.set(environmentId, all)
        const go = () => {
          clearTimeout(timer)
          signal.removeEventListener('abort', go)
          all.delete(go)
          resolve()
        }
        const timer = setTimeout(go, Math.min(ms, LOOK_ANYWAY_MS))
        signal.addEventListener('abort', go)
        all.add(go)
      })
    },
    async stop() {
      stopped = true
      wakeAll()
      await end()
    },
  }
}
