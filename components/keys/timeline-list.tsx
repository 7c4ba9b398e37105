import { CalendarCheck, type LucideIcon, PlugZap, ScrollText, ShieldX, UserRound, Vault } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TimelineEntry } from '#lib/key-history/schema'
import { VerdictBadge } from '@/components/pairing/verdict-badge'
import { VERDICT_WORDS } from '@/components/pairing/verdict-words'
import { RelativeTime } from '@/components/time/relative-time'
import { toneText } from '@/components/ui/tone'
import { keyEventWords } from './key-event-words.ts'
import { repeatWords } from './repeat-words.ts'
import { type VerdictChange, verdictChanges } from './verdict-changes.ts'

/** What happened to a key, newest first, with the tests that changed its verdict marked. */
export function TimelineList({ entries }: { entries: readonly TimelineEntry[] }) {
  const changes = verdictChanges(entries)
  return (
    <ol className="relative ml-3 border-l pl-6">
      {entries.map((entry) => (
        <TimelineLine key={entry.id} entry={entry} change={changes.get(entry.id)} />
      ))}
    </ol>
  )
}

function TimelineLine({ entry, change }: { entry: TimelineEntry; change: VerdictChange | undefined }) {
  const { icon: Icon, words, detail } = describe(entry)
  return (
    <li className="relative pb-4">
      <span className="absolute top-0 -left-[37px] flex size-6 items-center justify-center rounded-full border bg-surface text-muted">
        <Icon aria-hidden className="size-3.5" />
      </span>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
        <span className="min-w-0">{words}</span>
        {change && <span className="text-muted text-xs">was: {VERDICT_WORDS[change.from].words}</span>}
        {change?.broke && <strong className={`font-medium text-xs ${toneText.fail}`}>first broke here</strong>}
        <RelativeTime at={entry.at} className="ml-auto text-muted text-xs" />
      </div>
      {detail && <p className="mt-0.5 text-muted text-xs wrap-anywhere">{detail}</p>}
    </li>
  )
}

function first({ count, since }: Extract<TimelineEntry, { kind: 'repeats' }>): ReactNode {
  if (count === 1) return null
  return (
    <>
      The first of them <RelativeTime at={since} />
    </>
  )
}

function describe(entry: TimelineEntry): { icon: LucideIcon; words: ReactNode; detail?: ReactNode } {
  switch (entry.kind) {
    case 'event': {
      const detail = [entry.reason && `Reason: ${entry.reason}`, entry.address && `from ${entry.address}`]
        .filter(Boolean)
        .join(' · ')
      return {
        icon: entry.outcome === 'denied' ? ShieldX : ScrollText,
        words: `${entry.actor.name} ${keyEventWords(entry.action, entry.outcome)}`,
        detail,
      }
    }
    case 'pairing':
      return { icon: PlugZap, words: <VerdictBadge verdict={entry.verdict} />, detail: entry.headline }
    case 'repeats':
      return { icon: CalendarCheck, words: repeatWords(entry), detail: first(entry) }
    case 'version':
      return { icon: Vault, words: `Version ${entry.version} was stored`, detail: entry.masked }
    case 'usage':
      return {
        icon: UserRound,
        words: `${entry.consumer.name} used version ${entry.version}`,
        detail: entry.address && `from ${entry.address}`,
      }
  }
}
