'use client'

import { useEffect, useRef } from 'react'
import { isElsewhere } from '@/components/ui/use-shortcut'
import { PAGES } from './pages.ts'

const SECOND_KEY_MS = 1_000

/** `g` and then a page's key goes to that page. */
export function usePageKeys(go: (href: string) => void) {
  const latest = useRef(go)
  useEffect(() => {
    latest.current = go
  })

  useEffect(() => {
    let startedAt = Number.NEGATIVE_INFINITY
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isElsewhere(event.target)) return
      const page = event.timeStamp - startedAt < SECOND_KEY_MS && PAGES.find(({ key }) => key === event.key)
      startedAt = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
      if (!page) return
      event.preventDefault()
      event.stopPropagation()
      latest.current(page.href)
    }
    document.addEventListener('keydown', onKeyDown, { capture: true })
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
}
