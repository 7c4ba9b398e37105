'use client'

import Link from 'next/link'
import type { AuditEvent } from '#lib/audit-log/schema'
import { formatCount } from '#lib/format/format-count'
import { formatTime } from '#lib/format/format-time'
import { useClock } from '@/components/time/clock'
import { CodeBlock } from '@/components/ui/code-block'
import { DefinitionList } from '@/components/ui/definition-list'

const OUTCOMES = { allowed: 'Allowed', denied: 'Refused by policy', failed: 'Allowed, but it failed' }

/** Everything that the chain holds of an event, as it was recorded. */
export function EventDetail({ event }: { event: AuditEvent }) {
  const { timeZone } = useClock()
  const facts = [
    { term: 'When', detail: formatTime(event.at, timeZone) },
    { term: 'Who', detail: `${event.actor.name} (${event.actor.type}, ${event.actor.id})` },
    { term: 'Action', detail: event.action, mono: true },
    { term: 'Outcome', detail: OUTCOMES[event.outcome] },
    { term: 'Target', detail: event.target ? <Target event={event} /> : null },
    { term: 'Project', detail: event.project },
    { term: 'Environment', detail: event.environment },
    { term: 'Reason', detail: event.reason },
    { term: 'Address', detail: event.address, mono: true },
    { term: 'Request', detail: event.requestId, mono: true },
    { term: 'Place in the chain', detail: formatCount(event.seq) },
  ]
  return (
    <div className="border-t bg-sunken px-4 py-3 sm:pl-11">
      <DefinitionList items={facts.filter(({ detail }) => detail)} />
      {(event.before || event.after) && (
        <div className="mt-3 grid gap-3 lg:grid-cols-2 *:min-w-0">
          {event.before && (
            <CodeBlock wrap label="Before" code={JSON.stringify(event.before, null, 2)} className="bg-surface" />
          )}
          {event.after && (
            <CodeBlock wrap label="After" code={JSON.stringify(event.after, null, 2)} className="bg-surface" />
          )}
        </div>
      )}
    </div>
  )
}

function Target({ event: { target, keyId } }: { event: AuditEvent }) {
  if (!target) return null
  const words = `${target.name} (${target.type}, ${target.id})`
  if (!keyId || target.type !== 'key' || target.id === 'new') return words
  return (
    <Link href={`/keys/${encodeURIComponent(keyId)}`} className="underline underline-offset-2">
      {words}
    </Link>
  )
}
