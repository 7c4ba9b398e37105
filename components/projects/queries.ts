import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Environment, Project, ProjectList } from '#lib/projects/schema'
import { request } from '@/components/query/request'

export type ProjectRecord = z.infer<typeof Project>
export type EnvironmentRecord = z.infer<typeof Environment>

export const projectsQuery = () =>
  queryOptions({
    queryKey: ['projects'],
    queryFn: ({ signal }) => request<z.infer<typeof ProjectList>>('/projects?limit=200', { signal }),
  })
