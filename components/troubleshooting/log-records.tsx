import { formatBytes } from '#lib/format/format-bytes'
import { formatCount } from '#lib/format/format-count'
import type { LogGroup } from '#lib/log-reading/schema'
import type { Troubleshooting } from '#lib/troubleshooting/schema'
import { RelativeTime } from '@/components/time/relative-time'
import { Notice } from '@/components/ui/notice'
import { LogGroupCard } from './log-group-card.tsx'

type LogRecord = Troubleshooting['logs'][number]

/** Every log that was given, the latest first, as the causes that its lines prove. */
export function LogRecords({ logs }: { logs: LogRecord[] }) {
  return (
    <div className="flex flex-col gap-5">
      {logs.toReversed().map((log) => (
        <LogRecordCard key={log.id} log={log} />
      ))}
    </div>
  )
}

function LogRecordCard({ log: { at, by, reading } }: { log: LogRecord }) {
  const { bytes, lines, unknownLines, truncated, groups, notes } = reading
  return (
    <section aria-label="What the log says" className="flex min-w-0 flex-col gap-3">
      <p className="text-muted text-xs">
        Read <RelativeTime at={at} />, given by {by.name}: {formatBytes(bytes)}, {formatCount(lines, 'line')}
        {unknownLines > 0 && `, ${formatCount(unknownLines)} of which prove nothing`}.
        {truncated && ' It was longer than what is read.'}
      </p>
      {groups.length === 0 && (
        <Notice tone="unknown" title="Nothing in this log is known to stop a pairing">
          Give the part around the failure, at the level debug where there is one.
        </Notice>
      )}
      {groups.map((group) => (
        <LogGroupCard key={keyOf(group)} group={group} />
      ))}
      {notes.map((note) => (
        <p key={note} className="text-muted text-xs">
          {note}
        </p>
      ))}
    </section>
  )
}

const keyOf = ({ cause, source, target, lines }: LogGroup) => [cause, source, target, lines[0]?.number].join(' ')
