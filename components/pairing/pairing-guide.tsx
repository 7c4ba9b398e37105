import { Card } from '@/components/ui/card'
import { STAGE_ORDER, STAGE_WORDS } from './stage-words.ts'

/** What a test will do, before the first one: its ten questions in their order. */
export function PairingGuide() {
  return (
    <Card
      title="What a pairing test does"
      description="One real call to the provider and to nobody else. Testing stores nothing."
      flush
    >
      <ol className="divide-y">
        {STAGE_ORDER.map((name) => (
          <li key={name} className="flex flex-wrap items-baseline gap-x-4 px-4 py-2 text-sm">
            <span className="w-24 font-medium">{STAGE_WORDS[name].label}</span>
            <span className="min-w-48 flex-1 text-muted">{STAGE_WORDS[name].asks}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
