import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { CreateShareInput, NewShare, ShareList } from '#lib/shares/schema'
import { request } from '@/components/query/request'

export const sharesQuery = () =>
  queryOptions({
    queryKey: ['shares'],
    queryFn: ({ signal }) => request<ShareList>('/shares?limit=200', { signal }),
  })

/** The answer holds the link itself: it lives in the dialog that asked, never in the cache. */
export function useCreateShare() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: CreateShareInput) => request<NewShare>('/shares', { method: 'POST', body }),
    gcTime: 0,
    onSuccess: () => void client.invalidateQueries({ queryKey: ['shares'] }),
  })
}

export function useEndShare() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<void>(`/shares/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['shares'] }),
  })
}
