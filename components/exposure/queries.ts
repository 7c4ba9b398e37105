import { queryOptions } from '@tanstack/react-query'
import type { Exposure } from '#lib/exposure/schema'
import { request } from '@/components/query/request'

export const exposureQuery = (keyId: string) =>
  queryOptions({
    queryKey: ['key', keyId, 'exposure'],
    queryFn: ({ signal }) => request<Exposure>(`/keys/${keyId}/exposure`, { signal }),
  })
