import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { BulkChange, CreateBulkChangeInput } from '#lib/bulk-changes/schema'
import { request } from '@/components/query/request'

export type BulkKind = CreateBulkChangeInput['kind']
const EVERY_MS = 1_000

export const bulkChangeQuery = (id: string) =>
  queryOptions({
    queryKey: ['bulk-change', id],
    queryFn: ({ signal }) => request<BulkChange>(`/bulk-changes/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : EVERY_MS),
  })

/** All is begun, and what was begun has ended or waits for its overlap. */
export function isOver({ state, items }: BulkChange): boolean {
  return (
    state !== 'running' &&
    items.every(({ rotation }) => !rotation || !['planned', 'minting', 'minted'].includes(rotation.state))
  )
}

export function useCreateBulkChange() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: CreateBulkChangeInput) => request<BulkChange>('/bulk-changes', { method: 'POST', body }),
    gcTime: 0,
    onSuccess: (made) => client.setQueryData(bulkChangeQuery(made.id).queryKey, made),
  })
}

export function useCancelBulkChange(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request<void>(`/bulk-changes/${id}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries(bulkChangeQuery(id)),
  })
}
