'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** What a click starts elsewhere on the page: scrolled to where it would begin below what is seen. */
export function IntoSight({ when, children }: { when: boolean; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const top = place.current?.getBoundingClientRect().top ?? 0
    if (when && top > window.innerHeight * 0.75) place.current?.scrollIntoView({ block: 'start' })
  }, [when])
  return (
    <div ref={place} className="min-w-0 scroll-mt-16">
      {children}
    </div>
  )
}
