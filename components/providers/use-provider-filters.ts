'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { search } from '@/components/keys/queries'

export interface ProviderFilters {
  q?: string
  category?: string
}

/** The filters live in the URL, so that a view can be shared. */
export function useProviderFilters() {
  const params = useSearchParams()
  const router = useRouter()
  const pathname = usePathname()
  const filters = { q: params.get('q') ?? '', category: params.get('category') ?? undefined }
  const set = (change: ProviderFilters) =>
    router.replace(`${pathname}?${search({ ...filters, ...change })}`, { scroll: false })
  return { filters, set }
}
