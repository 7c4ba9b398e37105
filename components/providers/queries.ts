import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { CreateCustomProviderInput, CustomProvider, EditCustomProviderInput } from '#lib/custom-providers/schema'
import type { ListedProvider, ListedProviders } from '#lib/provider-list/schema'
import { request } from '@/components/query/request'

export type Listed = z.infer<typeof ListedProvider>

export const providersQuery = () =>
  queryOptions({
    queryKey: ['providers'],
    queryFn: ({ signal }) => request<z.infer<typeof ListedProviders>>('/providers', { signal }),
  })

function useProviderChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: providersQuery().queryKey }),
  })
}

export const useCreateProvider = () =>
  useProviderChange((body: CreateCustomProviderInput) =>
    request<CustomProvider>('/providers', { method: 'POST', body }),
  )
export const useEditProvider = (id: string) =>
  useProviderChange((body: EditCustomProviderInput) =>
    request<CustomProvider>(`/providers/${id}`, { method: 'PATCH', body }),
  )
export const useDeleteProvider = (id: string) =>
  useProviderChange(() => request<void>(`/providers/${id}`, { method: 'DELETE' }))
