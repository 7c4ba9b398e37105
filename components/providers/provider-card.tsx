import Link from 'next/link'
import type { ReactNode } from 'react'
import { formatCount } from '#lib/format/format-count'
import type { StatusPage } from '#lib/status-pages/schema'
import { IncidentList } from '@/components/status-pages/incident-list'
import { StatusBadge } from '@/components/status-pages/status-badge'
import { StatusTime } from '@/components/status-pages/status-time'
import { openIncidents } from '@/components/status-pages/status-words'
import { Chip } from '@/components/ui/chip'
import { categoryWords } from './category-words.ts'
import { KeyCount } from './key-count.tsx'
import { ProviderFacts } from './provider-facts.tsx'
import { ProviderLinks } from './provider-links.tsx'
import type { Listed } from './queries.ts'

interface ProviderCardProps {
  provider: Listed
  status?: StatusPage | undefined
  menu?: ReactNode
}

/** What a person wants to know of a provider before they paste its key. */
export function ProviderCard({ provider, status, menu }: ProviderCardProps) {
  const { name, category } = provider
  return (
    <article aria-label={name} className="flex flex-col rounded-lg border bg-surface">
      <header className="flex items-center gap-2 border-b px-4 py-2.5">
        <h2 className="min-w-0 truncate font-semibold text-sm">
          <Link href={`/providers/${provider.id}`} className="rounded-sm hover:underline">
            {name}
          </Link>
        </h2>
        <Chip>{provider.custom ? 'Your own' : categoryWords(category)}</Chip>
        <span className="ml-auto shrink-0 text-xs tabular-nums">
          <KeyCount provider={provider} />
        </span>
        {provider.custom && menu}
      </header>
      <div className="flex-1 px-4 py-3">
        <ProviderFacts provider={provider} {...(status ? { status: <Status status={status} /> } : {})} />
      </div>
      <ProviderLinks provider={provider} />
    </article>
  )
}

/** The state, and what goes on; the rest stands on the provider's own page. */
function Status({ status }: { status: StatusPage }) {
  const incidents = openIncidents(status)
  return (
    <>
      <StatusBadge status={status} look="quiet" />
      <span className="ml-2 text-muted text-xs">
        <StatusTime status={status} />
      </span>
      {incidents.length > 0 && <IncidentList incidents={incidents.slice(0, 2)} className="mt-1.5" />}
      {incidents.length > 2 && (
        <Link href={`/providers/${status.provider}`} className="text-muted text-xs underline underline-offset-2">
          {formatCount(incidents.length - 2)} more
        </Link>
      )}
    </>
  )
}
