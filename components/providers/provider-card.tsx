import { ArrowUpRight } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { formatCount } from '#lib/format/format-count'
import { Chip } from '@/components/ui/chip'
import { DefinitionList } from '@/components/ui/definition-list'
import { categoryWords } from './category-words.ts'
import type { Listed } from './queries.ts'

/** What a person wants to know of a provider before they paste its key. */
export function ProviderCard({ provider, menu }: { provider: Listed; menu?: ReactNode }) {
  const { name, category, keyCount, rotation, environmentHint } = provider
  return (
    <article aria-label={name} className="flex flex-col rounded-lg border bg-surface">
      <header className="flex items-center gap-2 border-b px-4 py-2.5">
        <h2 className="min-w-0 truncate font-semibold text-sm">{name}</h2>
        <Chip>{provider.custom ? 'Your own' : categoryWords(category)}</Chip>
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
        {provider.custom && menu}
      </header>
      <div className="flex-1 px-4 py-3">
        <DefinitionList
          items={[
            { term: 'Variable', detail: provider.variables[0] ?? '–', mono: true },
            { term: 'Keys begin', detail: <Prefixes provider={provider} /> },
            { term: 'Base URL', detail: provider.baseUrl ?? provider.address?.example ?? 'your own', mono: true },
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

function Links({ provider }: { provider: Listed }) {
  const { name, dashboard, docs, statusPage } = provider
  const links = [
    { words: 'Dashboard', href: dashboard },
    { words: 'Documentation', href: provider.custom ? null : docs },
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
