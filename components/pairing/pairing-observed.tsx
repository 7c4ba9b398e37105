import { formatCount } from '#lib/format/format-count'
import type { PairingObserved as Observed } from '#lib/pairing/schema'
import { RelativeTime } from '@/components/time/relative-time'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { type Definition, DefinitionList } from '@/components/ui/definition-list'
import { evidenceTerm } from './evidence-term.ts'

const SHOWN = 12

/** What the provider says of the key. Nothing at all where it said nothing. */
export function PairingObserved({ observed }: { observed: Observed }) {
  const facts = factsOf(observed)
  if (facts.length === 0) return null
  return (
    <Card title="What the provider says of this key">
      <DefinitionList items={facts} />
    </Card>
  )
}

function factsOf({ owner, organisation, permissions, expiresAt, rateLimit, models }: Observed): Definition[] {
  const facts: Definition[] = []
  if (owner) facts.push({ term: 'Owner', detail: owner })
  if (organisation) facts.push({ term: 'Organisation', detail: organisation })
  if (expiresAt) facts.push({ term: 'Expires', detail: <RelativeTime at={expiresAt} /> })
  if (permissions) facts.push({ term: 'Permissions', detail: <Names names={permissions} noun="permission" /> })
  for (const [name, value] of Object.entries(rateLimit ?? {}))
    facts.push({ term: evidenceTerm(name), detail: typeof value === 'object' ? JSON.stringify(value) : String(value) })
  if (models) facts.push({ term: 'Models', detail: <Names names={models} noun="model" /> })
  return facts
}

function Names({ names, noun }: { names: string[]; noun: string }) {
  if (names.length === 0) return 'none'
  const rest = names.length - SHOWN
  return (
    <span className="flex flex-wrap gap-1">
      {names.slice(0, SHOWN).map((name) => (
        <Chip key={name} className="font-mono">
          {name}
        </Chip>
      ))}
      {rest > 0 && <Chip>{`and ${formatCount(rest, `more ${noun}`)}`}</Chip>}
    </span>
  )
}
