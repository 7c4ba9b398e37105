import type { StatusPage } from '#lib/status-pages/schema'
import { RelativeTime } from '@/components/time/relative-time'
import { Notice } from '@/components/ui/notice'
import { IncidentList } from './incident-list.tsx'
import { openIncidents, stateWords } from './status-words.ts'

/** Above a key whose provider reports trouble of its own. Nothing where all is well, or nothing is known. */
export function StatusNotice({ status, className }: { status: StatusPage; className?: string }) {
  const incidents = openIncidents(status)
  const isTelling = status.state !== 'operational' && status.state !== 'unknown'
  if (!status.isWatched || (!isTelling && incidents.length === 0)) return null
  const { tone, says } = stateWords(status)
  return (
    <Notice
      tone={tone === 'ok' ? 'info' : tone}
      title={isTelling ? `${status.name} ${says}` : `${status.name} told of an incident`}
      className={className}
    >
      {incidents.length > 0 && <IncidentList incidents={incidents.slice(0, 3)} className="my-1.5" />}
      <p className="text-xs">
        {status.state === 'unknown' ? (
          <>
            Its page cannot be read since <RelativeTime at={status.since} />, so whether that still lasts is not known.{' '}
          </>
        ) : (
          <>
            By its own word, as of <RelativeTime at={status.asOf} />. It decides nothing about this key.{' '}
          </>
        )}
        {status.page && (
          <a href={status.page} target="_blank" rel="noreferrer" className="underline underline-offset-2">
            Status page
          </a>
        )}
      </p>
    </Notice>
  )
}
