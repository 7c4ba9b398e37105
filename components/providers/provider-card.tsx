import { ArrowUpRight } from 'lucide-react'
import Link from 'next/link'
import { formatCount } from '#lib/format/format-count'
import type { StatusPage } from '#lib/status-pages/schema'
import { IncidentList } from '@/components/status-pages/incident-list'
import { StatusBadge } from '@/components/status-pages/status-badge'
import { StatusTime } from '@/components/status-pages/status-time'
import { openIncidents } from '@/components/status-pages/status-words'
import { Chip } from '@/components/ui/chip'
import { DefinitionList } from '@/components/ui/definition-list'
import { categoryWords } from './category-words.ts'
import type { Listed } from './queries.ts'

/** What a person wants to know of a provider before they paste its key. */
export function ProviderCard({ provider, status }: { provider: Listed; status?: StatusPage | undefined }) {
  const { name, category, keyCount, rotation, environmentHint } = provider
  return (
    <article aria-label={name} className="flex flex-col rounded-lg border bg-surface">
      <header className="flex items-center gap-2 border-b px-4 py-2.5">
        <h2 className="min-w-0 truncate font-semibold text-sm">
          <Link href={`/providers/${provider.id}`} className="rounded-sm hover:underline">
            {name}
          </Link>
        </h2>
        <Chip>{categoryWords(category)}</Chip>
        <span className="ml-auto shrink-0 text-xs tabular-nums">
          {keyCount === 0 ? (
            <span className="text-faint">no keys</span>
          ) : (
            <Link
              href={`/keys?provider=${provider.id}`}
              className="rounded-sm text-muted underline underline-offset-2 hover:text-ink"
            >
              {formatCount(keyCount, 'key')}
            </Link>
          )}
        </span>
      </header>
      <div className="flex-1 px-4 py-3">
        <DefinitionList
          items={[
            ...(status ? [{ term: 'Status', detail: <Status status={status} /> }] : []),
            { term: 'Variable', detail: provider.variables[0] ?? '–', mono: true },
            { term: 'Keys begin', detail: <Prefixes provider={provider} /> },
            { term: 'Base URL', detail: provider.baseUrl ?? 'your own', mono: provider.baseUrl !== null },
            { term: 'Pairing test', detail: costs(provider.proofCosts) },
            { term: 'New keys', detail: rotation === 'automatic' ? 'by hand, or by its key API' : 'by hand' },
          ]}
        />
        {environmentHint && <p className="mt-2 text-muted text-xs">{environmentHint}</p>}
      </div>
      <Links provider={provider} />
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

function costs(proofCosts: string): string {
  return proofCosts === 'nothing' ? 'costs nothing' : `costs ${proofCosts}`
}

function Prefixes({ provider: { keyFormats, baseUrl } }: { provider: Listed }) {
  const prefixes = new Map(
    keyFormats.filter(({ role, prefix }) => role === 'usable' && prefix).map(({ prefix, kind }) => [prefix, kind]),
  )
  if (prefixes.size === 0)
    return <span className="text-muted">{baseUrl === null ? 'as your server likes' : 'without a known mark'}</span>
  return (
    <span className="flex flex-wrap gap-1">
      {[...prefixes].map(([prefix, kind]) => (
        <code key={prefix} title={kind} className="rounded-sm bg-sunken px-1 font-mono text-xs">
          {prefix}
        </code>
      ))}
    </span>
  )
}

function Links({ provider: { name, dashboard, docs, statusPage } }: { provider: Listed }) {
  const links = [
    { words: 'Dashboard', href: dashboard },
    { words: 'Documentation', href: docs },
    { words: 'Status', href: statusPage },
  ]
  return (
    <footer className="flex flex-wrap gap-x-4 gap-y-1 border-t px-4 py-2 text-xs">
      {links.map(
        ({ words, href }) =>
          href && (
            <a
              key={words}
              href={href}
              target="_blank"
              rel="noreferrer"
              className="inline-flex items-center gap-0.5 rounded-sm text-muted hover:text-ink hover:underline"
            >
              {words}
              <ArrowUpRight aria-hidden className="size-3" />
              <span className="sr-only"> of {name}, in a new tab</span>
            </a>
          ),
      )}
    </footer>
  )
}
