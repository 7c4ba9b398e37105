import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { CreateTokenInput, NewToken, TokenList } from '#lib/tokens/schema'
import { request } from '@/components/query/request'

export const tokensQuery = () =>
  queryOptions({
    queryKey: ['tokens'],
    queryFn: ({ signal }) => request<z.infer<typeof TokenList>>('/tokens?limit=200', { signal }),
  })

/** The answer holds the token itself: it lives in the dialog that asked, never in the cache. */
export function useCreateToken() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: CreateTokenInput) => request<NewToken>('/tokens', { method: 'POST', body }),
    gcTime: 0,
    onSuccess: () => void client.invalidateQueries({ queryKey: ['tokens'] }),
  })
}

export function useRevokeToken() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<void>(`/tokens/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tokens'] }),
  })
}
