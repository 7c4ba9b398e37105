import Link from 'next/link'
import { formatCount } from '#lib/format/format-count'
import type { Listed } from './queries.ts'

/** How many keys of a provider somebody sees, and the way to them. */
export function KeyCount({ provider: { id, keyCount } }: { provider: Listed }) {
  if (keyCount === 0) return <span className="text-faint">no keys</span>
  return (
    <Link href={`/keys?provider=${id}`} className="rounded-sm text-muted underline underline-offset-2 hover:text-ink">
      {formatCount(keyCount, 'key')}
    </Link>
  )
}
