import Link from 'next/link'
import type { Key } from '#lib/keys/schema'

export const keyHref = (key: Pick<Key, 'id'>) => `/keys/${encodeURIComponent(key.id)}`

/** Not fetched ahead: forty rows in sight would be forty requests. */
export function KeyNameLink({ id, name }: Pick<Key, 'id' | 'name'>) {
  return (
    <Link
      prefetch={false}
      href={keyHref({ id })}
      className="rounded-sm font-medium font-mono text-ink text-xs hover:underline"
    >
      {name}
    </Link>
  )
}
