import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Allowlist } from '#lib/allowlists/schema'
import type { KeyList } from '#lib/keys/schema'
import type { RequestFormat } from '#lib/request-exports/schema'
import type { Application, Troubleshooting, TroubleshootingList } from '#lib/troubleshooting/schema'
import type { ValueProofOffer } from '#lib/value-proofs/schema'
import { search } from '@/components/keys/queries'
import { request, requestText } from '@/components/query/request'
import { CHOICES, keyChoices } from './key-choices.ts'

export type TroubleshootingPage = z.infer<typeof TroubleshootingList>

export function troubleshootingQuery(id: string) {
  return queryOptions({
    queryKey: ['troubleshooting', id],
    queryFn: ({ signal }) => request<Troubleshooting>(`/troubleshooting/${encodeURIComponent(id)}`, { signal }),
  })
}

/** Records, newest first; of one key where its id is given. */
export function troubleshootingsQuery(key?: string) {
  return infiniteQueryOptions({
    queryKey: ['troubleshootings', key ?? ''],
    queryFn: ({ pageParam, signal }) =>
      request<TroubleshootingPage>(`/troubleshooting?${search({ limit: 20, key, cursor: pageParam })}`, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

/** Keys to choose from: as searched, or else those that fail and then whatever there is. */
export function keyChoicesQuery(q: string) {
  return queryOptions({
    queryKey: ['keys', 'choices', q],
    queryFn: async ({ signal }) => {
      const read = async (more: Record<string, string>) =>
        (await request<z.infer<typeof KeyList>>(`/keys?${search({ limit: CHOICES, ...more })}`, { signal })).items
      if (q) return read({ q })
      const [failing, others] = await Promise.all([read({ status: 'failing' }), read({})])
      return keyChoices(failing, others)
    },
    placeholderData: (seen) => seen,
  })
}

export function requestFileQuery(id: string, format: RequestFormat) {
  return queryOptions({
    queryKey: ['troubleshooting', id, 'request', format],
    queryFn: ({ signal }) => requestText(`/troubleshooting/${id}/requests?format=${format}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function allowlistQuery(provider: string) {
  return queryOptions({
    queryKey: ['allowlist', provider],
    queryFn: ({ signal }) => request<Allowlist>(`/network/allowlist?${search({ provider })}`, { signal }),
  })
}

export const allowlistPath = (provider: string) => `/network/allowlist?${search({ provider, format: 'text' })}`

/** Keeps a record that an answer brought; lists that show it are read again. */
export function useKeepTroubleshooting() {
  const client = useQueryClient()
  return (record: Troubleshooting) => {
    client.setQueryData(troubleshootingQuery(record.id).queryKey, record)
    void client.invalidateQueries({ queryKey: ['troubleshootings'] })
  }
}

function useTroubleshootingChange<Input>(change: (input: Input) => Promise<Troubleshooting>) {
  return useMutation({ mutationFn: change, gcTime: 0, onSuccess: useKeepTroubleshooting() })
}

/** An answer of null takes one back. */
export const useAnswer = (id: string) =>
  useTroubleshootingChange((answers: Record<string, string | null>) =>
    request<Troubleshooting>(`/troubleshooting/${id}`, { method: 'PATCH', body: { answers } }),
  )

export const useTellApplication = (id: string) =>
  useTroubleshootingChange((application: Application) =>
    request<Troubleshooting>(`/troubleshooting/${id}`, { method: 'PATCH', body: { application } }),
  )

export const useOwnAnswer = (id: string) =>
  useTroubleshootingChange((output: string) =>
    request<Troubleshooting>(`/troubleshooting/${id}/own-answers`, { method: 'POST', body: { output } }),
  )

/** Not in the cache: a salt works once, and for this page alone. */
export const useOfferProof = (id: string) =>
  useMutation({
    mutationFn: () => request<ValueProofOffer>(`/troubleshooting/${id}/value-proofs`, { method: 'POST', body: {} }),
    gcTime: 0,
  })

export const useCompareValue = (id: string) =>
  useTroubleshootingChange(({ proofId, proof }: { proofId: string; proof: string }) =>
    request<Troubleshooting>(`/troubleshooting/${id}/value-proofs/${proofId}/comparison`, {
      method: 'POST',
      body: { proof },
    }),
  )

export const deleteTroubleshooting = (id: string) => request<undefined>(`/troubleshooting/${id}`, { method: 'DELETE' })
