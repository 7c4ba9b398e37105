import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { SessionList } from '#lib/sessions/schema'
import { request } from '@/components/query/request'

export const sessionsQuery = () =>
  queryOptions({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => request<z.infer<typeof SessionList>>('/sessions', { signal }),
  })
