'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { type KeyFilters, search } from './queries.ts'
import { readKeyFilters } from './read-key-filters.ts'

export type KeysView = 'list' | 'matrix'

/** The filters live in the URL, so that a view can be shared and survives a reload. */
export function useKeyFilters() {
  const params = useSearchParams()
  const pathname = usePathname()
  const filters = useMemo(() => readKeyFilters(Object.fromEntries(params)), [params])
  const view: KeysView = params.get('view') === 'matrix' ? 'matrix' : 'list'
  const set = useCallback(
    (change: KeyFilters & { view?: KeysView }) => {
      const next = search({ ...(Object.fromEntries(params) as Record<string, string>), ...change })
      // Not the router's replace, which would render the page on the server for what the query below reads anyway.
      window.history.replaceState(null, '', next ? `${pathname}?${next}` : pathname)
    },
    [params, pathname],
  )
  return { filters, view, set }
}
