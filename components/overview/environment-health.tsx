import Link from 'next/link'
import { formatCount } from '#lib/format/format-count'
import type { KeyStatus } from '#lib/keys/schema'
import type { EnvironmentHealth as Health } from '#lib/overview/schema'
import { EnvironmentChip } from '@/components/keys/environment-chip'
import { KEY_STATUS_ORDER, KEY_STATUS_WORDS } from '@/components/keys/key-status-words'
import { search } from '@/components/keys/queries'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { toneSolid } from '@/components/ui/tone'

/** How the keys of every environment stand, project by project. */
export function EnvironmentHealth({ environments }: { environments: Health[] }) {
  const projects = Map.groupBy(environments, ({ projectId }) => projectId)
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {[...projects].map(([id, group]) => (
        <section key={id} aria-label={group[0]?.projectName} className="rounded-lg border bg-surface">
          <h3 className="border-b px-4 py-2.5 font-semibold text-sm">
            <Link href={`/keys?project=${group[0]?.project}`} className="rounded-sm hover:underline">
              {group[0]?.projectName}
            </Link>
          </h3>
          <ul>
            {group.map((environment) => (
              <EnvironmentRow key={environment.environmentId} {...environment} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function EnvironmentRow({ project, environment, environmentName, protected: guarded, keyCount, byStatus }: Health) {
  const statuses = KEY_STATUS_ORDER.filter((status) => byStatus[status] > 0)
  return (
    <li className="border-b px-4 py-3 last:border-b-0">
      <div className="flex items-center justify-between gap-3">
        <EnvironmentChip name={environmentName} protected={guarded} />
        <Link
          href={`/keys?${search({ project, environment })}`}
          className="rounded-sm text-muted text-xs tabular-nums hover:text-ink hover:underline"
        >
          {keyCount === 0 ? 'no keys' : formatCount(keyCount, 'key')}
        </Link>
      </div>
      <div aria-hidden className="mt-2.5 flex h-1.5 gap-0.5 overflow-hidden rounded-full bg-selected">
        {statuses.map((status) => (
          <span
            key={status}
            className={cn('h-full', toneSolid[KEY_STATUS_WORDS[status].tone])}
            style={{ flexGrow: byStatus[status] }}
          />
        ))}
      </div>
      <p className="mt-2 flex min-h-4 flex-wrap gap-x-4 gap-y-1">
        {statuses.map((status) => (
          <StatusCount
            key={status}
            status={status}
            count={byStatus[status]}
            href={`/keys?${search({ project, environment, status })}`}
          />
        ))}
        {statuses.length === 0 && <span className="text-faint text-xs">Nothing stored yet</span>}
      </p>
    </li>
  )
}

function StatusCount({ status, count, href }: { status: KeyStatus; count: number; href: string }) {
  const { words, tone, icon } = KEY_STATUS_WORDS[status]
  return (
    <Link href={href} className="rounded-sm hover:underline">
      <Badge tone={tone} icon={icon} look="quiet">
        {formatCount(count)} {words.toLowerCase()}
      </Badge>
    </Link>
  )
}
