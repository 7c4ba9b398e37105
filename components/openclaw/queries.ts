import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ConnectGatewayInput, Gateway, GatewayList, OpenClawPlan } from '#lib/openclaw/schema'
import { search } from '@/components/keys/queries'
import { request } from '@/components/query/request'

export interface PlannedPlace {
  project: string
  environment: string
}

/** Asked by POST because of its form alone: nothing is changed. */
export const openClawPlanQuery = ({ project, environment }: PlannedPlace) =>
  queryOptions({
    queryKey: ['openclaw', project, environment],
    queryFn: ({ signal }) =>
      request<OpenClawPlan>('/openclaw/plans', { method: 'POST', body: { project, environment }, signal }),
  })

/** Often enough to see that a change has reached a gateway. */
const GATEWAYS_EVERY_MS = 5_000

export const gatewaysQuery = (place: PlannedPlace) =>
  queryOptions({
    queryKey: ['openclaw-gateways', place.project, place.environment],
    queryFn: ({ signal }) => request<GatewayList>(`/openclaw/gateways?${search({ ...place })}`, { signal }),
    refetchInterval: GATEWAYS_EVERY_MS,
  })

export function useConnectGateway() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ConnectGatewayInput) => request<Gateway>('/openclaw/gateways', { method: 'POST', body }),
    gcTime: 0,
    onSuccess: () => client.invalidateQueries({ queryKey: ['openclaw-gateways'] }),
  })
}

export function useDisconnectGateway() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<void>(`/openclaw/gateways/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['openclaw-gateways'] }),
  })
}
