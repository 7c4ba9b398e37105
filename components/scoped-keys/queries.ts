import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type {
  CreateScopedKeyInput,
  EndedScopedKeys,
  NewScopedKey,
  RotateScopedKeyInput,
  ScopedKeyList,
} from '#lib/scoped-keys/schema'
import { request } from '@/components/query/request'

export type ScopedKeyState = 'active' | 'ended'

export const scopedKeysQuery = (state: ScopedKeyState) =>
  infiniteQueryOptions({
    queryKey: ['scoped-keys', state],
    queryFn: ({ pageParam, signal }) =>
      request<ScopedKeyList>(`/scoped-keys?state=${state}&limit=50${pageParam ? `&cursor=${pageParam}` : ''}`, {
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

/** The answer holds the secret itself: it lives in the dialog that asked, never in the cache. */
export function useCreateScopedKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: CreateScopedKeyInput) => request<NewScopedKey>('/scoped-keys', { method: 'POST', body }),
    gcTime: 0,
    onSuccess: () => void client.invalidateQueries({ queryKey: ['scoped-keys'] }),
  })
}

export function useRotateScopedKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string } & RotateScopedKeyInput) =>
      request<NewScopedKey>(`/scoped-keys/${id}/rotations`, { method: 'POST', body }),
    gcTime: 0,
    onSuccess: () => void client.invalidateQueries({ queryKey: ['scoped-keys'] }),
  })
}

export function useEndScopedKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<void>(`/scoped-keys/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['scoped-keys'] }),
  })
}

export function useEndAllScopedKeys() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request<EndedScopedKeys>('/scoped-keys/endings', { method: 'POST', body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['scoped-keys'] }),
  })
}
