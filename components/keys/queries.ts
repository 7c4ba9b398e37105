import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import type { z } from 'zod'
import type { ImportInput, ImportResult, UndoneImport } from '#lib/imports/schema'
import type { Timeline } from '#lib/key-history/schema'
import type {
  CreateKeyInput,
  DeleteKeysResult,
  EditKeyInput,
  Key,
  KeyList,
  KeyVersion,
  ListKeysQuery,
} from '#lib/keys/schema'
import type { PairingResult } from '#lib/pairing/schema'
import type { Batch, BatchList } from '#lib/pairings/schema'
import { request } from '@/components/query/request'

export type KeyFilters = Partial<Omit<ListKeysQuery, 'cursor' | 'limit'>>
export type KeyPage = z.infer<typeof KeyList>
type TimelinePage = z.infer<typeof Timeline>

/** As many as make the table a window on its rows, which then asks for more near its end. */
export const KEYS_A_PAGE = 100
const BATCH_LOOK_MS = 1000

/** Pages of keys under the given filters; the same filters stand in the URL. */
export function keysQuery(filters: KeyFilters) {
  return infiniteQueryOptions({
    queryKey: ['keys', filters],
    queryFn: ({ pageParam, signal }) =>
      request<KeyPage>(`/keys?${search({ ...filters, limit: KEYS_A_PAGE, cursor: pageParam })}`, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // What is there stays until the answer to the next filter is: a word typed would flicker otherwise.
    placeholderData: keepPreviousData,
  })
}

export function keyQuery(id: string) {
  return queryOptions({ queryKey: ['key', id], queryFn: ({ signal }) => request<Key>(`/keys/${id}`, { signal }) })
}

export function versionsQuery(id: string) {
  return queryOptions({
    queryKey: ['key', id, 'versions'],
    queryFn: ({ signal }) => request<{ items: z.infer<typeof KeyVersion>[] }>(`/keys/${id}/versions`, { signal }),
  })
}

export function pairingsQuery(id: string) {
  return queryOptions({
    queryKey: ['key', id, 'pairings'],
    queryFn: ({ signal }) =>
      request<{ items: PairingResult[]; nextCursor: string | null }>(`/keys/${id}/pairings?limit=20`, { signal }),
  })
}

/** A bulk test as it goes; asked for each second until it has ended. */
export function batchQuery(id: string) {
  return queryOptions({
    queryKey: ['batch', id],
    queryFn: ({ signal }) => request<Batch>(`/pairings/batches/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'running' ? false : BATCH_LOOK_MS),
  })
}

/** The caller's bulk tests that go on, however they were begun. */
export function runningBatchesQuery() {
  return queryOptions({
    queryKey: ['batches', 'running'],
    queryFn: ({ signal }) => request<z.infer<typeof BatchList>>('/pairings/batches?state=running&limit=1', { signal }),
  })
}

/** A change to keys: whatever shows keys is read again afterwards. */
function useKeyChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    gcTime: 0,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['keys'] })
      void client.invalidateQueries({ queryKey: ['key'] })
      void client.invalidateQueries({ queryKey: ['overview'] })
    },
  })
}

export const useCreateKey = () =>
  useKeyChange((body: CreateKeyInput) => request<Key>('/keys', { method: 'POST', body }))
export const useEditKey = (id: string) =>
  useKeyChange((body: EditKeyInput) => request<Key>(`/keys/${id}`, { method: 'PATCH', body }))
export const useDeleteKeys = () => useKeyChange(deleteKeys)
export const useRestoreKeys = () =>
  useKeyChange((ids: string[]) =>
    each(ids, (id) => request<Key>(`/keys/${id}/restoration`, { method: 'POST', body: {} })),
  )
export const useReplaceValue = (id: string) =>
  useKeyChange((body: { value: string; reason?: string }) =>
    request<Key>(`/keys/${id}/versions`, { method: 'POST', body }),
  )

export const useCleanKey = (id: string) => useKeyChange(() => request<Key>(`/keys/${id}/cleanings`, { method: 'POST' }))

export const useImport = () =>
  useKeyChange((body: ImportInput) => request<ImportResult>('/import', { method: 'POST', body }))

export const useUndoImport = () =>
  useKeyChange((id: string) => request<UndoneImport>(`/imports/${id}/reversal`, { method: 'POST', body: {} }))

/** As many as one request takes. */
const DELETIONS = 200

async function deleteKeys(ids: string[]): Promise<EachOutcome> {
  const outcome: EachOutcome = { done: [], refused: [] }
  for (let from = 0; from < ids.length; from += DELETIONS) {
    const body = { ids: ids.slice(from, from + DELETIONS) }
    const { items } = await request<z.infer<typeof DeleteKeysResult>>('/keys/deletions', { method: 'POST', body })
    for (const { id, outcome: came, reason } of items) {
      if (came === 'deleted') outcome.done.push(id)
      else outcome.refused.push({ id, message: reason ?? 'It was not deleted.' })
    }
  }
  return outcome
}

interface EachOutcome {
  done: string[]
  refused: { id: string; message: string }[]
}

/** One after the other, so that one refusal stops none of the rest; every key has its own outcome. */
async function each(ids: string[], change: (id: string) => Promise<unknown>): Promise<EachOutcome> {
  const outcome: EachOutcome = { done: [], refused: [] }
  for (const id of ids) {
    await change(id).then(
      () => outcome.done.push(id),
      (error: Error) => outcome.refused.push({ id, message: error.message }),
    )
  }
  return outcome
}

export const timelineQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['key', id, 'timeline'],
    queryFn: ({ pageParam, signal }) =>
      request<TimelinePage>(`/keys/${id}/timeline?${search({ limit: 50, cursor: pageParam })}`, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

/** The value, for this call alone: never in the cache. `copy` says that it was not shown. */
export async function revealKey(id: string, reason: string | undefined, copy: boolean): Promise<string> {
  const answer = await request<{ value: string }>(`/keys/${id}/reveals`, {
    method: 'POST',
    body: { copy, ...(reason ? { reason } : {}) },
  })
  return answer.value
}

export function search(values: Record<string, string | number | boolean | undefined>): string {
  const defined = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
  return new URLSearchParams(defined.map(([name, value]) => [name, String(value)])).toString()
}
