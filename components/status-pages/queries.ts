import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { StatusPages } from '#lib/status-pages/schema'
import { request } from '@/components/query/request'

type Listed = z.infer<typeof StatusPages>

/** Pages of providers in use are read every two minutes. */
const REFRESH_MS = 60_000

/** What every provider says of itself now. */
export const statusPagesQuery = () =>
  queryOptions({
    queryKey: ['status-pages'],
    queryFn: ({ signal }) => request<Listed>('/status-pages?incidents=open', { signal }),
    refetchInterval: REFRESH_MS,
  })

/** One provider, with what is over; nothing where its page is not about the given address. */
export const statusPageQuery = (provider: string, baseUrl: string | null = null) =>
  queryOptions({
    queryKey: ['status-pages', provider, baseUrl],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ provider, ...(baseUrl === null ? {} : { baseUrl }) })
      return request<Listed>(`/status-pages?${query}`, { signal })
    },
    refetchInterval: REFRESH_MS,
  })
