'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { Batch } from '#lib/pairings/schema'
import { request } from '@/components/query/request'
import { toast } from '@/components/ui/toast'
import { batchQuery, runningBatchesQuery } from './queries.ts'

/**
 * The bulk test of this page: the one begun here, else one that was going on when the page was loaded. It runs on the
 * server, so leaving stops nothing.
 */
export function useBulkTest() {
  const client = useQueryClient()
  const [begun, setBegun] = useState<string>()
  const [isDismissed, dismiss] = useState(false)
  const found = useQuery({ ...runningBatchesQuery(), enabled: !begun })
  const id = begun ?? found.data?.items[0]?.id
  useEffect(() => {
    // What was found stays, also when it ends and is no longer among those that go on.
    if (id) setBegun(id)
  }, [id])
  const { data: batch } = useQuery({ ...batchQuery(id ?? ''), enabled: id !== undefined })
  const isRunning = batch?.state === 'running'
  useEffect(() => {
    if (!batch || isRunning) return
    void client.invalidateQueries({ queryKey: ['keys'] })
    void client.invalidateQueries({ queryKey: ['key'] })
  }, [batch, isRunning, client])

  const start = useMutation({
    mutationFn: (ids: string[]) => request<Batch>('/pairings/batches', { method: 'POST', body: { ids } }),
    onSuccess: (next) => {
      client.setQueryData(batchQuery(next.id).queryKey, next)
      setBegun(next.id)
      dismiss(false)
    },
    onError: (error) => toast('The test was not begun', { tone: 'fail', detail: error.message }),
  })
  const cancel = useMutation({
    mutationFn: () => request<void>(`/pairings/batches/${id}`, { method: 'DELETE' }),
    onError: (error) => toast('Not stopped', { tone: 'fail', detail: error.message }),
    onSettled: () => client.invalidateQueries(batchQuery(id ?? '')),
  })
  return {
    batch: isDismissed ? undefined : batch,
    isStarting: start.isPending,
    isStopping: cancel.isPending,
    start: start.mutate,
    stop: useCallback(() => cancel.mutate(), [cancel.mutate]),
    dismiss: useCallback(() => dismiss(true), []),
  }
}
