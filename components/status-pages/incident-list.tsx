import { CircleCheck, type LucideIcon, TriangleAlert, Wrench } from 'lucide-react'
import type { StatusIncident } from '#lib/status-pages/schema'
import { RelativeTime } from '@/components/time/relative-time'
import { cn } from '@/components/ui/cn'
import { type Tone, toneText } from '@/components/ui/tone'

/** Incidents as the provider tells them, each with the time that it lasts or lasted. */
export function IncidentList({ incidents, className }: { incidents: StatusIncident[]; className?: string }) {
  return (
    <ul className={cn('flex flex-col gap-2', className)}>
      {incidents.map((incident) => (
        <IncidentLine key={incident.id} incident={incident} />
      ))}
    </ul>
  )
}

function IncidentLine({ incident }: { incident: StatusIncident }) {
  const { title, status, url, components, startedAt, resolvedAt } = incident
  const { icon: Icon, tone } = lookOf(incident)
  return (
    <li className="flex min-w-0 items-start gap-2 text-sm">
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', toneText[tone])} />
      <div className="min-w-0">
        <p className="wrap-anywhere text-ink">
          {url ? (
            <a href={url} target="_blank" rel="noreferrer" className="underline underline-offset-2">
              {title}
              <span className="sr-only">, in a new tab</span>
            </a>
          ) : (
            title
          )}
        </p>
        <p className="text-muted text-xs">
          {resolvedAt ? (
            <>
              Over <RelativeTime at={resolvedAt} />, began <RelativeTime at={startedAt} />
            </>
          ) : (
            <>
              <span className={cn('font-medium', toneText[tone])}>{inWords(status)}</span>, began{' '}
              <RelativeTime at={startedAt} />
            </>
          )}
          {components.length > 0 && ` · ${components.join(', ')}`}
        </p>
      </div>
    </li>
  )
}

function lookOf({ resolvedAt, impact }: StatusIncident): { icon: LucideIcon; tone: Tone } {
  if (resolvedAt) return { icon: CircleCheck, tone: 'ok' }
  if (impact === 'maintenance') return { icon: Wrench, tone: 'info' }
  return { icon: TriangleAlert, tone: impact === 'major' || impact === 'critical' ? 'fail' : 'warn' }
}

/** `in_progress` → `In progress`. */
function inWords(status: string): string {
  const words = status.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
