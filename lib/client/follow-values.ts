import { setTimeout as sleep } from 'node:timers/promises'
import { isAppError } from '#lib/errors'
import { EXIT } from './exit-codes.ts'
import { type Fetched, fetchValues, type Wanted, waitForChange } from './fetch-values.ts'
import type { Server } from './server.ts'

export interface Follow {
  wanted: Wanted
  /** What the follower has already; undefined to be told at once what there is. */
  known: string | undefined
  signal: AbortSignal
  /** Whether the values are wanted, or only that they changed. */
  opens?: boolean
  /** Does not keep the process alive. */
  isBackground?: boolean
  onChange(fetched: Fetched): void | Promise<void>
  /** Once when Claviger can no more be reached, or refuses, with a sentence. */
  onOutage(reason: string): void
  /** Once when it can again. */
  onRecovery(): void
}

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000

/**
 * Tells of every change within seconds, until the signal. Nothing that Claviger does ends it: while it is away, or
 * refuses, it asks again after longer and longer pauses, never all followers in the same moment.
 */
export async function followValues(server: Server, follow: Follow): Promise<void> {
  const { wanted, signal, opens = true, isBackground = false } = follow
  let { known } = follow
  let failures = 0
  while (!signal.aborted) {
    try {
      const fetched =
        known === undefined
          ? await fetchValues(server, wanted)
          : await waitForChange(server, wanted, known, {
              signal,
              opens,
              isBackground,
              // Whether it answers again is not known until it has answered.
              ...(failures > 0 ? { waitSeconds: 0 } : {}),
            })
      if (failures > 0) follow.onRecovery()
      failures = 0
      if (!fetched || fetched.etag === known) continue
      known = fetched.etag
      await follow.onChange(fetched)
    } catch (error) {
      if (signal.aborted) return
      if (!isAppError(error) || error.exitCode === EXIT.usage) throw error
      if (failures === 0) follow.onOutage(error.message)
      failures += 1
      const longest = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS)
      await sleep(longest * (0.5 + Math.random() / 2), undefined, { signal, ref: !isBackground }).catch(() => {})
    }
  }
}
