'use client'

import { useQuery } from '@tanstack/react-query'
import { Bell } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { formatCount } from '#lib/format/format-count'
import { inboxQuery } from './queries.ts'

/**
 * Leads to the inbox, and says how much of it is unread. Asked when somebody turns to another page or back to this one, and
 * never by the clock alone: whoever has left is signed out after a while.
 */
export function InboxBell() {
  const pathname = usePathname()
  const { data, refetch } = useQuery(inboxQuery())
  const seen = useRef(pathname)
  useEffect(() => {
    if (seen.current === pathname) return
    seen.current = pathname
    void refetch()
  }, [pathname, refetch])
  const unread = data?.unread ?? 0
  const label = unread === 0 ? 'Notifications' : `Notifications, ${formatCount(unread)} unread`
  return (
    <Link
      href="/notifications"
      aria-label={label}
      title={label}
      className="relative grid size-8 place-items-center rounded-md text-muted hover:bg-hover hover:text-ink"
    >
      <Bell aria-hidden className="size-4" />
      {unread > 0 && (
        <span
          aria-hidden
          className="absolute top-0.5 right-0.5 min-w-3.5 rounded-full bg-fail px-0.5 text-center font-medium text-2xs text-inverse leading-3.5 tabular-nums"
        >
          {unread > 99 ? '99' : unread}
        </span>
      )}
    </Link>
  )
}
