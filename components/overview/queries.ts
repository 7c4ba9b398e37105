import { queryOptions } from '@tanstack/react-query'
import type { Overview } from '#lib/overview/schema'
import { request } from '@/components/query/request'

export const overviewQuery = () =>
  queryOptions({ queryKey: ['overview'], queryFn: ({ signal }) => request<Overview>('/overview', { signal }) })
