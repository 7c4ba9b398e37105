import type { BulkChange, BulkChangeItem } from '#lib/bulk-changes/schema'
import { STATE_WORDS } from '@/components/rotations/rotation-words'
import { Badge } from '@/components/ui/badge'
import { Progress } from '@/components/ui/progress'
import type { Tone } from '@/components/ui/tone'

const STATES: Record<BulkChangeItem['state'], { words: string; tone: Tone }> = {
  waiting: { words: 'Waits', tone: 'unknown' },
  running: { words: 'Under way', tone: 'info' },
  done: { words: 'Done', tone: 'ok' },
  refused: { words: 'Refused', tone: 'fail' },
  cancelled: { words: 'Not done', tone: 'unknown' },
}

/** What came of each key of a bulk change. */
export function BulkItems({ change }: { change: BulkChange }) {
  const { counts, items } = change
  return (
    <div className="flex flex-col gap-3">
      <Progress label="Keys" done={counts.done + counts.refused + counts.cancelled} total={counts.total} />
      <ul className="max-h-80 divide-y overflow-y-auto rounded-lg border">
        {items.map(({ keyId, name, state, rotation, reason }) => {
          const { words, tone } = rotation ? STATE_WORDS[rotation.state] : STATES[state]
          return (
            <li key={keyId} className="flex flex-wrap items-start gap-x-3 gap-y-1 px-3 py-2 text-sm">
              <Badge tone={rotation?.problem ? 'warn' : tone} look="quiet">
                {words}
              </Badge>
              <span className="min-w-32 flex-1">
                <span className="font-mono text-xs wrap-anywhere">{name ?? 'A key that you do not see'}</span>
                {(reason ?? rotation?.problem) && (
                  <span className="block text-muted text-xs">{reason ?? rotation?.problem}</span>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
