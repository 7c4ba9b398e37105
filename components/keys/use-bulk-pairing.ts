'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Key } from '#lib/keys/schema'
import type { PairingResult } from '#lib/pairing/schema'
import { request } from '@/components/query/request'

export type BulkOutcome =
  | { at: 'waiting' }
  | { at: 'running' }
  | { at: 'done'; result: PairingResult }
  | { at: 'refused'; message: string }

const AT_ONCE = 4

/** Tests many keys, four at a time; each outcome shows as it comes. Stopping lets the running ones end. */
export function useBulkPairing(keys: Key[]) {
  const [outcomes, setOutcomes] = useState<Record<string, BulkOutcome>>({})
  const [running, setRunning] = useState(false)
  const stopped = useRef(false)
  const client = useQueryClient()

  const run = useCallback(async () => {
    stopped.current = false
    setRunning(true)
    setOutcomes(Object.fromEntries(keys.map((key) => [key.id, { at: 'waiting' }])))
    const queue = [...keys]
    const worker = async () => {
      for (let key = queue.shift(); key && !stopped.current; key = queue.shift()) {
        const { id } = key
        setOutcomes((seen) => ({ ...seen, [id]: { at: 'running' } }))
        const outcome = await testOne(id)
        setOutcomes((seen) => ({ ...seen, [id]: outcome }))
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    setRunning(false)
    void client.invalidateQueries({ queryKey: ['keys'] })
  }, [keys, client])

  const stop = useCallback(() => {
    stopped.current = true
  }, [])
  useEffect(() => stop, [stop])
  return { outcomes, running, run, stop }
}

function testOne(id: string): Promise<BulkOutcome> {
  return request<PairingResult>(`/keys/${id}/pairings`, { method: 'POST', body: {} }).then(
    (result) => ({ at: 'done', result }),
    (error: Error) => ({ at: 'refused', message: error.message }),
  )
}
