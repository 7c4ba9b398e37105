import { dehydrate, HydrationBoundary, type QueryKey } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { makeQueryClient } from './query-client'

/** Hands what a server component has read to the queries of the page below, so that the first paint waits for nothing. */
export function Seed({
  entries,
  children,
}: {
  entries: readonly (readonly [QueryKey, unknown])[]
  children: ReactNode
}) {
  const client = makeQueryClient()
  for (const [key, data] of entries) client.setQueryData(key, data)
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>
}
