import Link from 'next/link'
import type { KeyRotation } from '#lib/rotations/schema'
import { RelativeTime } from '@/components/time/relative-time'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { STATE_WORDS } from './rotation-words.ts'

/** Those that wait for somebody first. */
export function OpenRotations({ items }: { items: KeyRotation[] }) {
  const sorted = items.toSorted((one, other) => Number(other.needsPerson) - Number(one.needsPerson))
  return (
    <Card title="Under way" flush={items.length > 0}>
      {items.length === 0 ? (
        <p className="text-muted text-sm">No key is being rotated.</p>
      ) : (
        <ul className="divide-y">
          {sorted.map(({ id, key, state, mode, problem, needsPerson, overlapEndsAt, by, createdAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-sm">
              <Badge tone={needsPerson ? 'fail' : problem ? 'warn' : STATE_WORDS[state].tone}>
                {needsPerson ? 'Waits for somebody' : STATE_WORDS[state].words}
              </Badge>
              <span className="min-w-48 flex-1">
                <Link href={`/keys/${key.id}`} className="rounded-sm font-medium font-mono text-xs hover:underline">
                  {key.name}
                </Link>{' '}
                <span className="text-muted text-xs">
                  {key.project}, {key.environment}
                </span>
                <span className="block text-muted text-xs">
                  {problem ?? STATE_WORDS[state].says}
                  {state === 'draining' && overlapEndsAt && (
                    <>
                      {' '}
                      The overlap ends <RelativeTime at={overlapEndsAt} />.
                    </>
                  )}
                </span>
              </span>
              <span className="text-muted text-xs">
                {mode === 'automatic' ? 'automatic' : 'by hand'}, {by}, <RelativeTime short at={createdAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
