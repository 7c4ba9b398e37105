import type { Batch, BatchItem } from '#lib/pairings/schema'
import { PairingDots } from '@/components/pairing/pairing-dots'
import { readStageLetters } from '@/components/pairing/read-stage-letters'
import { VerdictBadge } from '@/components/pairing/verdict-badge'
import { EnvironmentChip } from './environment-chip.tsx'
import { KeyNameLink } from './key-name-link.tsx'

/** The keys of a bulk test, each with what came of it so far. */
export function BatchItems({ batch }: { batch: Batch }) {
  return (
    <ul className="mt-2 divide-y rounded-lg border">
      {batch.items.map((item) => (
        <li key={item.keyId} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-sm">
          {item.key ? (
            <>
              <span className="min-w-0 flex-1 truncate">
                <KeyNameLink id={item.keyId} name={item.key.name} />
              </span>
              <EnvironmentChip name={item.key.environment} protected={item.key.protected} />
            </>
          ) : (
            <span className="flex-1 text-muted">A key that is not shared with you</span>
          )}
          <Outcome item={item} />
        </li>
      ))}
    </ul>
  )
}

function Outcome({ item: { state, result, reason } }: { item: BatchItem }) {
  if (state === 'waiting') return <span className="text-faint text-xs">Waiting</span>
  if (state === 'running') return <span className="text-info text-xs">Testing</span>
  if (state === 'cancelled') return <span className="text-faint text-xs">Not tested</span>
  if (!result) return <span className="basis-full text-fail text-xs">{reason}</span>
  return (
    <>
      <PairingDots stages={readStageLetters(result.stages)} />
      <VerdictBadge verdict={result.verdict} />
      {result.verdict !== 'paired' && <span className="basis-full text-muted text-xs">{result.headline}</span>}
    </>
  )
}
