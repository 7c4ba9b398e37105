'use client'

import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { AuditEvent } from '#lib/audit-log/schema'
import { EnvironmentChip } from '@/components/keys/environment-chip'
import { RelativeTime } from '@/components/time/relative-time'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { type Tone, toneText } from '@/components/ui/tone'
import { eventChange } from './event-change.ts'
import { EventDetail } from './event-detail.tsx'
import { eventWords } from './event-words.ts'

const OUTCOME_WORDS: Record<Exclude<AuditEvent['outcome'], 'allowed'>, { words: string; tone: Tone }> = {
  denied: { words: 'Refused', tone: 'fail' },
  failed: { words: 'Failed', tone: 'warn' },
}

interface EventLineProps {
  event: AuditEvent
  /** As `project/environment`, in slugs. */
  protectedEnvironments: ReadonlySet<string>
}

/** One event as a sentence; it opens to everything that was recorded. */
export function EventLine({ event, protectedEnvironments }: EventLineProps) {
  const refused = event.outcome === 'allowed' ? null : OUTCOME_WORDS[event.outcome]
  const { icon: Icon } = eventWords(event)
  const [open, setOpen] = useState(false)
  return (
    <li className="border-b last:border-b-0">
      <details className="group/event" onToggle={(toggled) => setOpen(toggled.currentTarget.open)}>
        <summary className="flex list-none items-start gap-3 px-4 py-2.5 text-sm hover:bg-hover focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
          <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', refused ? toneText[refused.tone] : 'text-muted')} />
          <span className="min-w-0 flex-1 wrap-anywhere">
            <EventSentence event={event} protectedEnvironments={protectedEnvironments} />{' '}
            {refused && <Outcome {...refused} className="sm:hidden" />}
          </span>
          {refused && <Outcome {...refused} className="mt-0.5 max-sm:hidden" />}
          {event.address && (
            <span className="w-28 shrink-0 truncate text-right font-mono text-muted text-xs leading-5 max-md:hidden">
              {event.address}
            </span>
          )}
          <RelativeTime
            short
            at={event.at}
            className="w-20 shrink-0 text-right text-muted text-xs leading-5 tabular-nums"
          />
          <ChevronRight
            aria-hidden
            className="mt-0.5 size-4 shrink-0 text-faint transition-transform group-open/event:rotate-90 max-sm:hidden"
          />
        </summary>
        {open && <EventDetail event={event} />}
      </details>
    </li>
  )
}

function Outcome({ words, tone, className }: { words: string; tone: Tone; className: string }) {
  return (
    <Badge tone={tone} look="quiet" className={className}>
      {words}
    </Badge>
  )
}

/** "Admin revealed OPENAI_API_KEY in production · reason". */
function EventSentence({ event, protectedEnvironments }: EventLineProps) {
  const { actor = event.actor.name, did, attempt, object, hidesTarget } = eventWords(event)
  const change = eventChange(event)
  const target = event.target && !hidesTarget ? event.target : null
  return (
    <>
      <span className="font-medium">{actor}</span> {event.outcome === 'allowed' ? did : `tried to ${attempt}`}{' '}
      {object && `${object} `}
      {target && (
        <span className={target.type === 'key' ? 'font-medium font-mono text-xs' : 'font-medium'}>{target.name}</span>
      )}
      {event.environment && target?.type !== 'environment' && (
        <>
          {' in '}
          {event.project && <span className="text-muted">{event.project} </span>}
          <EnvironmentChip
            name={event.environment}
            protected={protectedEnvironments.has(`${event.project}/${event.environment}`)}
          />
        </>
      )}
      {change && <span className="text-muted"> · {change}</span>}
      {event.reason && <span className="text-muted"> · “{event.reason}”</span>}
    </>
  )
}
