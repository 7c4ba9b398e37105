'use client'

import { formatRelativeTime } from '#lib/format/format-relative-time'
import { formatTime } from '#lib/format/format-time'
import { useClock } from './clock.tsx'

interface RelativeTimeProps {
  /** ISO-8601; nothing at all shows `never`. */
  at: string | null | undefined
  never?: string
  /** For tables: "3 min ago". */
  short?: boolean
  className?: string
}

/** "3 minutes ago", with the exact time in the reader's own zone on hover. */
export function RelativeTime({ at, never = 'never', short, className }: RelativeTimeProps) {
  const { now, timeZone } = useClock()
  if (!at) return <span className={className ?? 'text-faint'}>{never}</span>
  return (
    <time dateTime={at} title={formatTime(at, timeZone)} className={className}>
      {formatRelativeTime(at, now, { short })}
    </time>
  )
}
