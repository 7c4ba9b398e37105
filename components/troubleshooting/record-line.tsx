import { Hand } from 'lucide-react'
import Link from 'next/link'
import { formatCount } from '#lib/format/format-count'
import type { TroubleshootingSummary } from '#lib/troubleshooting/schema'
import { EnvironmentChip } from '@/components/keys/environment-chip'
import { RelativeTime } from '@/components/time/relative-time'
import { CauseBadge } from './cause-badge.tsx'

/** One earlier search: of what, what came of it, who and when. The whole line leads to it. */
export function RecordLine({ record, provider }: { record: TroubleshootingSummary; provider: string }) {
  const { id, key, verdict, headline, madeBy, startedAt, waiting } = record
  return (
    <li className="relative border-b px-4 py-2.5 last:border-b-0 hover:bg-hover has-focus-visible:outline-2 has-focus-visible:-outline-offset-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          prefetch={false}
          href={`/troubleshoot/${id}`}
          className="max-w-full truncate font-medium text-sm outline-none after:absolute after:inset-0"
        >
          {key ? <span className="font-mono text-xs">{key.name}</span> : 'A pasted value'}
        </Link>
        <span className="flex items-center gap-2 text-muted text-xs">
          {key ? key.project : provider}
          {key && <EnvironmentChip name={key.environment} protected={key.protected} />}
        </span>
        <CauseBadge cause={verdict} look="quiet" />
        <span className="ml-auto text-muted text-xs max-sm:w-full">
          {madeBy.name}, <RelativeTime short at={startedAt} />
        </span>
      </div>
      <p className="mt-0.5 flex flex-wrap items-baseline gap-x-3 text-muted text-sm">
        <span className="min-w-0 flex-1 basis-60 truncate max-sm:whitespace-normal">{headline}</span>
        {waiting.length > 0 && (
          <span className="flex items-center gap-1 self-center text-faint text-xs">
            <Hand aria-hidden className="size-3.5" />
            {formatCount(waiting.length, 'step')} {waiting.length === 1 ? 'waits' : 'wait'} for a person
          </span>
        )}
      </p>
    </li>
  )
}
