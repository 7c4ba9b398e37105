'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { formatCount } from '#lib/format/format-count'
import { cn } from '@/components/ui/cn'
import { isCurrent, PAGES } from './pages.ts'

interface NavListProps {
  /** Things that need a person, by address: `{ '/': 3 }`. */
  attention?: Record<string, number>
  /** The gallery stands in for a page that it is not on. */
  pathname?: string
}

export function NavList({ attention = {}, pathname }: NavListProps) {
  const actual = usePathname()
  return (
    <nav aria-label="Main">
      <ul className="flex flex-col gap-px">
        {PAGES.map((page) => {
          const current = isCurrent(page, pathname ?? actual)
          const count = attention[page.href] ?? 0
          return (
            <li key={page.href}>
              <Link
                href={page.href}
                aria-current={current ? 'page' : undefined}
                className={cn(
                  'flex h-8 items-center gap-2.5 rounded-md px-2 text-muted text-sm hover:bg-hover hover:text-ink',
                  current && 'bg-selected font-medium text-ink hover:bg-selected',
                )}
              >
                <page.icon aria-hidden className="size-4 shrink-0" />
                <span className="flex-1">{page.label}</span>
                {count > 0 && <AttentionCount count={count} />}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function AttentionCount({ count }: { count: number }) {
  return (
    <span
      title={`${formatCount(count)} to look at`}
      className="rounded-sm bg-fail-tint px-1 font-medium text-2xs text-fail tabular-nums"
    >
      {formatCount(count)}
      <span className="sr-only"> to look at</span>
    </span>
  )
}
