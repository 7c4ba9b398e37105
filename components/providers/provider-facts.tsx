import type { ReactNode } from 'react'
import { DefinitionList } from '@/components/ui/definition-list'
import type { Listed } from './queries.ts'

interface ProviderFactsProps {
  provider: Listed
  /** Stands first, where it is shown here. */
  status?: ReactNode
}

/** What its keys are called, how they begin, and what a test of one costs. */
export function ProviderFacts({ provider, status }: ProviderFactsProps) {
  const { variables, baseUrl, proofCosts, rotation, environmentHint } = provider
  return (
    <>
      <DefinitionList
        items={[
          ...(status ? [{ term: 'Status', detail: status }] : []),
          { term: 'Variable', detail: variables[0] ?? '–', mono: true },
          { term: 'Keys begin', detail: <Prefixes provider={provider} /> },
          { term: 'Base URL', detail: baseUrl ?? provider.address?.example ?? 'your own', mono: true },
          { term: 'Pairing test', detail: costs(proofCosts) },
          { term: 'New keys', detail: rotation === 'automatic' ? 'by hand, or by its key API' : 'by hand' },
        ]}
      />
      {environmentHint && <p className="mt-2 text-muted text-xs">{environmentHint}</p>}
    </>
  )
}

function costs(proofCosts: string): string {
  return proofCosts === 'nothing' ? 'costs nothing' : `costs ${proofCosts}`
}

function Prefixes({ provider: { keyFormats, takesAnyKey } }: { provider: Listed }) {
  const prefixes = new Map(
    keyFormats.filter(({ role, prefix }) => role === 'usable' && prefix).map(({ prefix, kind }) => [prefix, kind]),
  )
  if (prefixes.size === 0)
    return <span className="text-muted">{takesAnyKey ? 'as your server likes' : 'without a known mark'}</span>
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
