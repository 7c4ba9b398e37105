import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Rotation, RotationDetails, RotationList, StartRotationInput } from '#lib/rotations/schema'
import { request } from '@/components/query/request'

/** Often enough to see a program move to the new value. */
const DRAIN_EVERY_MS = 5_000

/** The newest rotation of a key tells whether one is open. */
export const latestRotationQuery = (keyId: string) =>
  queryOptions({
    queryKey: ['key', keyId, 'rotations'],
    queryFn: ({ signal }) => request<RotationList>(`/keys/${keyId}/rotations?limit=1`, { signal }),
  })

export const rotationsQuery = (keyId: string) =>
  queryOptions({
    queryKey: ['key', keyId, 'rotations', 'all'],
    queryFn: ({ signal }) => request<RotationList>(`/keys/${keyId}/rotations?limit=20`, { signal }),
  })

export const rotationQuery = (id: string) =>
  queryOptions({
    queryKey: ['rotation', id],
    queryFn: ({ signal }) => request<RotationDetails>(`/rotations/${id}`, { signal }),
    refetchInterval: DRAIN_EVERY_MS,
  })

function useRotationChange<Input>(change: (input: Input) => Promise<Rotation>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    gcTime: 0,
    onSuccess: () => {
      for (const name of ['keys', 'key', 'rotation', 'overview']) void client.invalidateQueries({ queryKey: [name] })
    },
  })
}

export const useStartRotation = (keyId: string) =>
  useRotationChange((body: StartRotationInput) =>
    request<Rotation>(`/keys/${keyId}/rotations`, { method: 'POST', body }),
  )
export const useCompleteRotation = (id: string) =>
  useRotationChange(() => request<Rotation>(`/rotations/${id}/completion`, { method: 'POST', body: {} }))
export const useCancelRotation = (id: string) =>
  useRotationChange(() => request<Rotation>(`/rotations/${id}/cancellation`, { method: 'POST', body: {} }))
export const useResumeRotation = (id: string) =>
  useRotationChange(() => request<Rotation>(`/rotations/${id}/resumption`, { method: 'POST', body: {} }))
