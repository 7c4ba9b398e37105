import type { PairingStage } from '#lib/pairing/schema'
import { DefinitionList } from '@/components/ui/definition-list'
import { evidenceTerm } from './evidence-term.ts'

type Json = PairingStage['evidence'][string]

/** What a stage saw, as names and values that a person can check. */
export function EvidenceList({ evidence, className }: { evidence: PairingStage['evidence']; className?: string }) {
  const items = Object.entries(evidence).filter(([, value]) => value !== null && value !== '')
  if (items.length === 0) return <p className="text-muted text-sm">This stage left no evidence.</p>
  return (
    <DefinitionList
      className={className}
      items={items.map(([name, value]) => ({
        term: evidenceTerm(name),
        detail: <Evidence value={value} />,
        mono: typeof value !== 'boolean',
      }))}
    />
  )
}

function Evidence({ value }: { value: Json }) {
  if (value === null) return <span className="text-faint">none</span>
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return <EvidenceItems items={value} />
  if (typeof value === 'object') return <EvidenceList evidence={value} className="rounded-md border px-2.5 py-1.5" />
  return <span className="whitespace-pre-wrap">{String(value)}</span>
}

function EvidenceItems({ items }: { items: Json[] }) {
  if (items.length === 0) return <span className="text-faint">none</span>
  return (
    <ol className="flex flex-col gap-0.5">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: kept evidence never changes order.
        <li key={index}>
          <Evidence value={item} />
        </li>
      ))}
    </ol>
  )
}
