'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { search } from '@/components/keys/queries'
import type { EventFilters } from './queries.ts'
import { readEventFilters } from './read-event-filters.ts'

/** The filters live in the URL, so that "who read the production key in March" is a link. */
export function useEventFilters() {
  const params = useSearchParams()
  const router = useRouter()
  const pathname = usePathname()
  const filters = useMemo(() => readEventFilters(Object.fromEntries(params)), [params])
  const set = useCallback(
    (change: EventFilters) => router.replace(`${pathname}?${search({ ...filters, ...change })}`, { scroll: false }),
    [filters, pathname, router],
  )
  const clear = useCallback(() => router.replace(pathname, { scroll: false }), [pathname, router])
  return { filters, set, clear }
}
