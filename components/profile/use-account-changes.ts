'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import type { EditSelfInput, Member } from '#lib/members/schema'
import { request } from '@/components/query/request'

/** The shell shows the name too, and comes from the server: the page is rendered again. */
export function useEditSelf() {
  const client = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: (body: EditSelfInput) => request<Member>('/me', { method: 'PATCH', body }),
    gcTime: 0,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['sessions'] })
      void client.invalidateQueries({ queryKey: ['members'] })
      router.refresh()
    },
  })
}

/** One session by its id; without an id, every other session. */
export function useEndSession() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string | undefined) => request<void>(id ? `/sessions/${id}` : '/sessions', { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  })
}
