import { queryOptions } from '@tanstack/react-query'
import type { Installation } from '#lib/installation/schema'
import { request } from '@/components/query/request'

export const installationQuery = () =>
  queryOptions({
    queryKey: ['installation'],
    queryFn: ({ signal }) => request<Installation>('/installation', { signal }),
  })
