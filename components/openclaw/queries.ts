import { queryOptions } from '@tanstack/react-query'
import type { OpenClawPlan } from '#lib/openclaw/schema'
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
