'use client'

import { Link2, Plus } from 'lucide-react'
import Link from 'next/link'
import type { Key } from '#lib/keys/schema'
import { useClock } from '@/components/time/clock'
import { RelativeTime } from '@/components/time/relative-time'
import { Badge } from '@/components/ui/badge'
import { keyHref } from './key-name-link.tsx'
import { KeyState } from './key-state.tsx'

/** One key in one environment: state, age, expiry, and the other places that hold the same value. */
export function MatrixCell({ item }: { item: Key }) {
  return (
    <div className="flex min-h-14 flex-col justify-center gap-0.5 rounded-md px-2 py-1 hover:bg-hover">
      <Link prefetch={false} href={keyHref(item)} className="flex items-center self-start rounded-sm hover:underline">
        <span className="sr-only">
          {item.name} in {item.environment}:{' '}
        </span>
        <KeyState {...item} />
      </Link>
      <p className="whitespace-nowrap text-muted text-xs">
        v{item.version} · <Expiry at={item.expiresAt} createdAt={item.createdAt} />
      </p>
      {item.sameValue.length > 0 && <SharedValue others={item.sameValue} />}
    </div>
  )
}

function Expiry({ at, createdAt }: { at: string | null; createdAt: string }) {
  const { now } = useClock()
  const [words, moment] = at ? [new Date(at).getTime() < now ? 'expired' : 'expires', at] : ['added', createdAt]
  return (
    <>
      {words} <RelativeTime at={moment} />
    </>
  )
}

function SharedValue({ others }: { others: Key['sameValue'] }) {
  const [first, ...rest] = others
  if (!first) return null
  return (
    <Badge
      tone="warn"
      icon={Link2}
      look="quiet"
      title={others.map((other) => `${other.name} in ${other.project} ${other.environment}`).join('\n')}
    >
      <Link
        prefetch={false}
        href={keyHref(first)}
        className="rounded-sm underline decoration-warn-line underline-offset-2 hover:decoration-warn"
      >
        Same value in {first.environment}
        {rest.length > 0 && ` and ${rest.length} more`}
      </Link>
    </Badge>
  )
}

/** A key that this environment lacks and another has. */
export function MatrixGap({ name, environment, href }: { name: string; environment: string; href?: string }) {
  const look =
    'flex min-h-14 items-center gap-1.5 rounded-md border border-line-strong border-dashed px-2 text-faint text-xs'
  if (!href) return <div className={look}>Missing</div>
  return (
    <Link prefetch={false} href={href} className={`${look} hover:border-control hover:bg-hover hover:text-ink`}>
      <Plus aria-hidden className="size-3.5" />
      Missing
      <span className="sr-only">
        : add {name} to {environment}
      </span>
    </Link>
  )
}

/** No key of this view is here; one that is filtered out may be. */
export function MatrixUnknown() {
  return (
    <span title="Not in this view" className="px-2 text-faint">
      <span aria-hidden>–</span>
      <span className="sr-only">Not in this view</span>
    </span>
  )
}
