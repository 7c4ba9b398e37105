import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Automation, KeyApiList, KeyAutomation, SetAutomationInput } from '#lib/automations/schema'
import type { CreateKeyInput, Key, KeyList } from '#lib/keys/schema'
import { request } from '@/components/query/request'

export const automationQuery = (keyId: string) =>
  queryOptions({
    queryKey: ['key', keyId, 'automation'],
    queryFn: ({ signal }) => request<z.infer<typeof KeyAutomation>>(`/keys/${keyId}/automation`, { signal }),
  })

/** What each key API asks for; it changes with the release alone. */
export const keyApisQuery = () =>
  queryOptions({
    queryKey: ['key-apis'],
    queryFn: ({ signal }) => request<z.infer<typeof KeyApiList>>('/key-apis', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Credentials that make keys, of one project. */
export const makersQuery = (project: string) =>
  queryOptions({
    queryKey: ['keys', 'makers', project],
    queryFn: ({ signal }) =>
      request<z.infer<typeof KeyList>>(`/keys?purpose=rotation&limit=200&project=${project}`, { signal }),
  })

function useAutomationChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    gcTime: 0,
    onSuccess: () => {
      for (const name of ['keys', 'key']) void client.invalidateQueries({ queryKey: [name] })
    },
  })
}

export const useSetAutomation = (keyId: string) =>
  useAutomationChange((body: SetAutomationInput) =>
    request<Automation>(`/keys/${keyId}/automation`, { method: 'PUT', body }),
  )
export const useRemoveAutomation = (keyId: string) =>
  useAutomationChange(() => request<void>(`/keys/${keyId}/automation`, { method: 'DELETE' }))
export const useStoreMaker = () =>
  useAutomationChange((body: CreateKeyInput) => request<Key>('/keys', { method: 'POST', body }))
