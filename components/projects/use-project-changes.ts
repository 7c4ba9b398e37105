'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import type { z } from 'zod'
import type { CreateEnvironmentInput, EditEnvironmentInput } from '#lib/environments/schema'
import type { CreateProjectInput, EditProjectInput } from '#lib/projects/schema'
import { request } from '@/components/query/request'
import type { EnvironmentRecord, ProjectRecord } from './queries.ts'

type NewEnvironment = z.input<typeof CreateEnvironmentInput>

/** A change to projects: the shell's own list comes from the server, so the page is rendered again too. */
function useProjectChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      void client.invalidateQueries({ queryKey: ['overview'] })
      void client.invalidateQueries({ queryKey: ['keys'] })
      await client.invalidateQueries({ queryKey: ['projects'] })
      router.refresh()
    },
  })
}

export const useCreateProject = () =>
  useProjectChange((body: CreateProjectInput) => request<ProjectRecord>('/projects', { method: 'POST', body }))
export const useEditProject = (id: string) =>
  useProjectChange((body: EditProjectInput) => request<ProjectRecord>(`/projects/${id}`, { method: 'PATCH', body }))
export const useDeleteProject = (id: string) =>
  useProjectChange(() => request<void>(`/projects/${id}`, { method: 'DELETE' }))

export const useCreateEnvironment = (projectId: string) =>
  useProjectChange((body: NewEnvironment) =>
    request<EnvironmentRecord>(`/projects/${projectId}/environments`, { method: 'POST', body }),
  )
export const useEditEnvironment = (projectId: string, id: string) =>
  useProjectChange((body: EditEnvironmentInput) =>
    request<EnvironmentRecord>(`/projects/${projectId}/environments/${id}`, { method: 'PATCH', body }),
  )
export const useDeleteEnvironment = (projectId: string, id: string) =>
  useProjectChange(() => request<void>(`/projects/${projectId}/environments/${id}`, { method: 'DELETE' }))
