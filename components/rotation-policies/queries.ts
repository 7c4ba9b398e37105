import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { PolicyScope, RotationPolicy, SetPolicyInput } from '#lib/rotation-policies/schema'
import { request } from '@/components/query/request'

export const policyQuery = (scope: PolicyScope, id: string) =>
  queryOptions({
    queryKey: ['key', 'policy', scope, id],
    queryFn: ({ signal }) => request<RotationPolicy>(`/rotation-policies/${scope}/${id}`, { signal }),
  })

export function useSetPolicy(scope: PolicyScope, id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: SetPolicyInput) =>
      request<RotationPolicy>(`/rotation-policies/${scope}/${id}`, { method: 'PUT', body }),
    gcTime: 0,
    onSuccess: () => {
      for (const name of ['keys', 'key', 'overview', 'rotations']) void client.invalidateQueries({ queryKey: [name] })
    },
  })
}
