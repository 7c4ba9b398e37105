import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ListedProvider, ListedProviders } from '#lib/provider-list/schema'
import { request } from '@/components/query/request'

export type Listed = z.infer<typeof ListedProvider>

export const providersQuery = () =>
  queryOptions({
    queryKey: ['providers'],
    queryFn: ({ signal }) => request<z.infer<typeof ListedProviders>>('/providers', { signal }),
  })
