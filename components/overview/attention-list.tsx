'use client'

import { CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { formatCount } from '#lib/format/format-count'
import { CONCERNS, type Overview } from '#lib/overview/schema'
import { useMay } from '@/components/access/me'
import { EnvironmentChip } from '@/components/keys/environment-chip'
import { KeyNameLink, keyHref } from '@/components/keys/key-name-link'
import { VERDICT_WORDS } from '@/components/pairing/verdict-words'
import { openIncidents, stateWords } from '@/components/status-pages/status-words'
import { RelativeTime } from '@/components/time/relative-time'
import { TroubleshootLink } from '@/components/troubleshooting/troubleshoot-link'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { toneText } from '@/components/ui/tone'
import { CONCERN_WORDS } from './concern-words.ts'

export type Attention = Overview['attention'][number]

interface AttentionListProps extends Pick<Overview, 'attention' | 'concerns'> {
  onReplace: (item: Attention['key']) => void
}

/** Keys that want a person now, worst first, each with the one thing to do. */
export function AttentionList({ attention, concerns, onReplace }: AttentionListProps) {
  if (attention.length === 0) return <NothingToDo />
  const hidden = CONCERNS.reduce((sum, concern) => sum + (concerns[concern] ?? 0), 0) - attention.length
  return (
    <>
      <ul>
        {attention.map(({ concern, key, statusPage }) => (
          <AttentionLine
            key={key.id}
            concern={concern}
            item={key}
            statusPage={statusPage}
            onReplace={() => onReplace(key)}
          />
        ))}
      </ul>
      {attention.length >= 50 && hidden > 0 && (
        <p className="border-t px-4 py-2.5 text-muted text-sm">
          The worst {formatCount(attention.length)} are listed.{' '}
          <Link href="/keys" className="underline underline-offset-2">
            See all keys
          </Link>
        </p>
      )}
    </>
  )
}

interface AttentionLineProps {
  concern: Attention['concern']
  item: Attention['key']
  statusPage: Attention['statusPage']
  onReplace: () => void
}

function AttentionLine({ concern, item, statusPage, onReplace }: AttentionLineProps) {
  const { icon: Icon, tone } = CONCERN_WORDS[concern]
  return (
    <li className="flex items-center gap-3 border-b px-4 py-2.5 last:border-b-0">
      <Icon aria-hidden className={cn('size-4 shrink-0 self-start mt-1', toneText[tone])} />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
        <span className="max-w-full truncate">
          <KeyNameLink {...item} />
        </span>
        <span className="flex items-center gap-2 text-muted text-xs">
          {item.project}
          <EnvironmentChip name={item.environment} protected={item.protected} />
        </span>
        <span className={cn('w-full text-sm sm:ml-auto sm:w-auto', toneText[tone])}>
          <Why concern={concern} item={item} />
        </span>
        {statusPage && <Report statusPage={statusPage} />}
      </div>
      <NextStep concern={concern} item={item} onReplace={onReplace} />
    </li>
  )
}

/** What the provider reports of itself beside a key that fails. */
function Report({ statusPage }: { statusPage: NonNullable<Attention['statusPage']> }) {
  const { tone, icon: Icon, says } = stateWords(statusPage)
  const [incident] = openIncidents(statusPage)
  return (
    <span className="flex w-full min-w-0 items-start gap-1.5 text-muted text-xs">
      <Icon aria-hidden className={cn('size-3.5 shrink-0', toneText[tone])} />
      <span className="min-w-0 wrap-anywhere">
        {statusPage.name} {says}
        {incident && (
          <>
            : {incident.title}, began <RelativeTime at={incident.startedAt} />
          </>
        )}
      </span>
    </span>
  )
}

function Why({ concern, item }: Pick<AttentionLineProps, 'concern' | 'item'>) {
  if (concern === 'failing')
    return (
      <>
        {item.lastPairing ? VERDICT_WORDS[item.lastPairing.verdict].words : 'Failing'}{' '}
        <RelativeTime short at={item.lastPairing?.at} className="whitespace-nowrap text-muted text-xs" />
      </>
    )
  if (concern === 'rotation_overdue')
    return (
      <>
        Rotation was due <RelativeTime at={item.rotation.dueAt} />
      </>
    )
  return (
    <>
      {concern === 'expired' ? 'Expired' : 'Expires'} <RelativeTime at={item.expiresAt} />
    </>
  )
}

/** A failing key wants to be understood, the others want a new value; whoever may not replace it may look. */
function NextStep({ concern, item, onReplace }: Omit<AttentionLineProps, 'statusPage'>) {
  const may = useMay()
  if (concern !== 'failing' && may('key.replace', item.environmentId))
    return (
      <Button size="sm" className="w-27" aria-label={`Replace value of ${item.name}`} onClick={onReplace}>
        Replace value
      </Button>
    )
  return (
    <span className="flex shrink-0 flex-col gap-1.5 sm:flex-row sm:gap-2">
      {concern === 'failing' && (
        <TroubleshootLink
          size="sm"
          item={item}
          label={`Troubleshoot ${item.name}`}
          className="max-sm:w-27 max-sm:[&_svg]:hidden"
        />
      )}
      <Button asChild size="sm" className="w-27">
        <Link href={keyHref(item)} aria-label={`${concern === 'failing' ? 'See why' : 'Open'} ${item.name}`}>
          {concern === 'failing' ? 'See why' : 'Open key'}
        </Link>
      </Button>
    </span>
  )
}

function NothingToDo() {
  return (
    <div className="flex items-start gap-3 px-4 py-5">
      <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ok" />
      <div className="text-sm">
        <p className="font-medium">Nothing needs you now</p>
        <p className="text-muted">
          No key fails or has expired, none expires within 14 days, and no rotation is overdue.
        </p>
      </div>
    </div>
  )
}

/** How many keys have each concern, for the header of the list. */
export function ConcernCounts({ concerns }: Pick<Overview, 'concerns'>) {
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1 max-sm:w-full">
      {CONCERNS.flatMap((concern) => {
        const { words, tone, icon } = CONCERN_WORDS[concern]
        const count = concerns[concern] ?? 0
        return count === 0
          ? []
          : [
              <Badge key={concern} tone={tone} icon={icon} look="quiet">
                {formatCount(count)} {words.toLowerCase()}
              </Badge>,
            ]
      })}
    </span>
  )
}
