'use client'

import { Check, Clock, Hand } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Warning } from '#lib/warnings/schema'
import { RelativeTime } from '@/components/time/relative-time'
import { Badge } from '@/components/ui/badge'
import { IconButton } from '@/components/ui/icon-button'
import type { Tone } from '@/components/ui/tone'

const TONES: Record<Warning['level'], { tone: Tone; words: string }> = {
  info: { tone: 'info', words: 'Note' },
  warn: { tone: 'warn', words: 'Warning' },
  fail: { tone: 'fail', words: 'Urgent' },
}
const TOLD: Record<Warning['step'], string> = {
  owner: 'the owner',
  backup: 'the owner and the backup',
  managers: 'the managers too',
  admins: 'the admins too',
}

interface WarningRowProps {
  warning: Warning
  at: string
  /** Has not been looked at yet. */
  isNew?: boolean
  onTake?: (() => void) | undefined
  onSnooze?: (() => void) | undefined
  onWake?: (() => void) | undefined
}

export function WarningRow({ warning, at, isNew = false, onTake, onSnooze, onWake }: WarningRowProps) {
  const { title, detail, level, keyId, provider, resolvedAt, kind } = warning
  // News is over as soon as it is told, and is no less worth reading for that.
  const isOver = resolvedAt !== null && kind !== 'verdict_changed'
  const { tone, words } = TONES[level]
  const href = keyId ? `/keys/${keyId}` : provider ? `/providers/${provider}` : null
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 px-4 py-2.5 text-sm">
      <Badge tone={isOver ? 'unknown' : tone} look="quiet">
        {isOver ? 'Over' : words}
      </Badge>
      <div className="min-w-48 flex-1">
        <p className={isNew ? 'font-semibold' : 'font-medium'}>
          {isNew && <span className="sr-only">New: </span>}
          {href ? (
            <Link href={href} className="rounded-sm wrap-anywhere hover:underline">
              {title}
            </Link>
          ) : (
            title
          )}
        </p>
        <p className="text-muted text-xs wrap-anywhere">{detail}</p>
        {kind !== 'verdict_changed' && <State warning={warning} />}
      </div>
      <span className="flex items-center gap-1">
        {onTake && <IconButton size="sm" icon={Hand} label={`Take care of: ${title}`} onClick={onTake} />}
        {onSnooze && <IconButton size="sm" icon={Clock} label={`Put off: ${title}`} onClick={onSnooze} />}
        {onWake && <IconButton size="sm" icon={Check} label={`Wake: ${title}`} onClick={onWake} />}
        <span className="text-muted text-xs">
          <RelativeTime short at={at} />
        </span>
      </span>
    </li>
  )
}

function State({ warning: { takenBy, snooze, resolvedAt, escalatesAt, step } }: { warning: Warning }) {
  const words: ReactNode = resolvedAt ? (
    <>
      Over since <RelativeTime at={resolvedAt} />.
    </>
  ) : snooze ? (
    <>
      Put off by {snooze.by}, until <RelativeTime at={snooze.until} />: {snooze.reason}
    </>
  ) : takenBy ? (
    `${takenBy} takes care of it.`
  ) : escalatesAt ? (
    <>
      It has reached {TOLD[step]}. The next ones are told <RelativeTime at={escalatesAt} />.
    </>
  ) : null
  return words && <p className="mt-0.5 text-muted text-xs">{words}</p>
}
