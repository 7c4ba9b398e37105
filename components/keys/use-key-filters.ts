'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { type KeyFilters, search } from './queries.ts'
import { readKeyFilters } from './read-key-filters.ts'

export type KeysView = 'list' | 'matrix'

/** The filters live in the URL, so that a view can be shared and survives a reload. */
export function useKeyFilters() {
  const params = useSearchParams()
  const router = useRouter()
  const pathname = usePathname()
  const filters = useMemo(() => readKeyFilters(Object.fromEntries(params)), [params])
  const view: KeysView = params.get('view') === 'matrix' ? 'matrix' : 'list'
  const set = useCallback(
    (change: KeyFilters & { view?: KeysView }) => {
      const next = { ...Object.fromEntries(params), ...change }
      router.replace(`${pathname}?${search(next as Record<string, string>)}`, { scroll: false })
    },
    [params, pathname, router],
  )
  return { filters, view, set }
}
