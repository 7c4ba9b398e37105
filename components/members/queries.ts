import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { EnvironmentRole } from '#lib/access/roles'
import type { Grant, GrantList } from '#lib/grants/schema'
import type { InvitationList, InviteMemberInput, NewInvitation } from '#lib/invitations/schema'
import type { EditMemberInput, Member, MemberGrantList, MemberList } from '#lib/members/schema'
import { search } from '@/components/keys/queries'
import { request } from '@/components/query/request'

export type MemberPage = z.infer<typeof MemberList>

export function membersQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: ['members', q],
    queryFn: ({ pageParam, signal }) =>
      request<MemberPage>(`/members?${search({ q, limit: 100, cursor: pageParam })}`, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

export const invitationsQuery = () =>
  queryOptions({
    queryKey: ['invitations'],
    queryFn: ({ signal }) => request<z.infer<typeof InvitationList>>('/invitations?limit=200', { signal }),
  })

/** Everyone who holds a role in an environment, whole: a column of the matrix. */
export const environmentGrantsQuery = (environmentId: string) =>
  queryOptions({
    queryKey: ['grants', 'environment', environmentId],
    queryFn: async ({ signal }) => {
      const items: Grant[] = []
      let cursor: string | undefined
      do {
        const path = `/environments/${environmentId}/grants?${search({ limit: 200, cursor })}`
        const page = await request<z.infer<typeof GrantList>>(path, { signal })
        items.push(...page.items)
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      return items
    },
  })

export const memberGrantsQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['grants', 'member', memberId],
    queryFn: ({ signal }) => request<z.infer<typeof MemberGrantList>>(`/members/${memberId}/grants`, { signal }),
  })

/** A change to members or their roles: whatever shows them is read again afterwards. */
function useMemberChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    gcTime: 0,
    onSuccess: () =>
      Promise.all(['members', 'grants', 'invitations'].map((name) => client.invalidateQueries({ queryKey: [name] }))),
  })
}

export const useInviteMember = () =>
  useMemberChange((body: z.input<typeof InviteMemberInput>) =>
    request<NewInvitation>('/invitations', { method: 'POST', body }),
  )
export const useRevokeInvitation = () =>
  useMemberChange((id: string) => request<void>(`/invitations/${id}`, { method: 'DELETE' }))
export const useEditMember = (id: string) =>
  useMemberChange((body: EditMemberInput) => request<Member>(`/members/${id}`, { method: 'PATCH', body }))
export const useDeleteMember = (id: string) =>
  useMemberChange(() => request<void>(`/members/${id}`, { method: 'DELETE' }))

/** Null takes back what was granted. */
export const useSetGrant = (environmentId: string, memberId: string) =>
  useMemberChange<EnvironmentRole | null, unknown>((role) => {
    const path = `/environments/${environmentId}/grants/${memberId}`
    return role === null
      ? request<void>(path, { method: 'DELETE' })
      : request<Grant>(path, { method: 'PUT', body: { role } })
  })
