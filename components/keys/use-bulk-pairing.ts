'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Key } from '#lib/keys/schema'
import type { PairingResult } from '#lib/pairing/schema'
import { requestEvents } from '@/components/query/request'

export type BulkOutcome =
  | { at: 'waiting' }
  | { at: 'running' }
  | { at: 'done'; result: PairingResult }
  | { at: 'refused'; message: string }

/** Few enough that stopping is felt, many enough that one slow provider does not hold up the rest for long. */
const BATCH = 16

/** Tests many keys, batch by batch; each outcome shows as it comes. Stopping lets the batch under way end. */
export function useBulkPairing(keys: Key[]) {
  const [outcomes, setOutcomes] = useState<Record<string, BulkOutcome>>({})
  const [running, setRunning] = useState(false)
  const current = useRef<{ stopped: boolean }>(undefined)
  const client = useQueryClient()

  const stop = useCallback(() => {
    if (current.current) current.current.stopped = true
  }, [])

  const run = useCallback(async () => {
    stop()
    const own = { stopped: false }
    current.current = own
    const tell = (ids: string[], outcome: BulkOutcome) =>
      current.current === own &&
      setOutcomes((seen) => ({ ...seen, ...Object.fromEntries(ids.map((id) => [id, outcome])) }))
    const ids = keys.map(({ id }) => id)
    setRunning(true)
    tell(ids, { at: 'waiting' })
    for (let from = 0; from < ids.length && !own.stopped; from += BATCH)
      await testBatch(ids.slice(from, from + BATCH), tell)
    if (current.current === own) setRunning(false)
    void client.invalidateQueries({ queryKey: ['keys'] })
    void client.invalidateQueries({ queryKey: ['key'] })
  }, [keys, client, stop])

  useEffect(() => stop, [stop])
  return { outcomes, running, run, stop }
}

/** Every key of the batch has an outcome when this ends, whatever the connection did. */
async function testBatch(ids: string[], tell: (ids: string[], outcome: BulkOutcome) => void): Promise<void> {
  const open = new Set(ids)
  const end = (id: string, outcome: BulkOutcome) => open.delete(id) && tell([id], outcome)
  tell(ids, { at: 'running' })
  const message = await requestEvents('/pairings/batches', { method: 'POST', body: { ids } }, (event, data) => {
    const { keyId, result, detail } = data as { keyId: string; result?: PairingResult; detail?: string }
    if (event === 'result' && result) end(keyId, { at: 'done', result })
    if (event === 'problem' && detail) end(keyId, { at: 'refused', message: detail })
  }).then(
    () => 'No answer came for this key. Test it again.',
    (error: Error) => error.message,
  )
  for (const id of open) tell([id], { at: 'refused', message })
}
