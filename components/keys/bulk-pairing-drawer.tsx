'use client'

import { useEffect } from 'react'
import { formatCount } from '#lib/format/format-count'
import type { Key } from '#lib/keys/schema'
import { PairingDots } from '@/components/pairing/pairing-dots'
import { VerdictBadge } from '@/components/pairing/verdict-badge'
import { Button } from '@/components/ui/button'
import { Drawer } from '@/components/ui/drawer'
import { Progress } from '@/components/ui/progress'
import { EnvironmentChip } from './environment-chip.tsx'
import { KeyNameLink } from './key-name-link.tsx'
import { type BulkOutcome, useBulkPairing } from './use-bulk-pairing.ts'

const PAIRED = new Set<string>(['paired', 'paired_limited'])

/** Tests the selected keys; counts what came out and lists each. */
export function BulkPairingDrawer({ keys, onClose }: { keys: Key[]; onClose: () => void }) {
  const { outcomes, running, run, stop } = useBulkPairing(keys)
  useEffect(() => void run(), [run])
  const ended = keys.filter((key) => isEnded(outcomes[key.id])).length
  return (
    <Drawer
      open
      title={`Test pairing of ${formatCount(keys.length, 'key')}`}
      description="Each provider is called now, with the stored value. Closing stops what has not begun."
      onOpenChange={(open) => !open && onClose()}
      footer={running ? <Button onClick={stop}>Stop</Button> : <Button onClick={() => void run()}>Test again</Button>}
    >
      <Progress label="Tested" done={ended} total={keys.length} />
      <p role="status" className="mt-2 min-h-5 text-muted text-sm">
        {!running && ended > 0 && summary(Object.values(outcomes))}
      </p>
      <ul className="mt-2 divide-y rounded-lg border">
        {keys.map((key) => (
          <li key={key.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-sm">
            <span className="min-w-0 flex-1 truncate">
              <KeyNameLink id={key.id} name={key.name} />
            </span>
            <EnvironmentChip name={key.environment} protected={key.protected} />
            <Outcome outcome={outcomes[key.id]} running={running} />
          </li>
        ))}
      </ul>
    </Drawer>
  )
}

function Outcome({ outcome, running }: { outcome: BulkOutcome | undefined; running: boolean }) {
  if (!outcome || outcome.at === 'waiting')
    return <span className="text-faint text-xs">{running ? 'Waiting' : 'Not tested'}</span>
  if (outcome.at === 'running') return <span className="text-info text-xs">Testing</span>
  if (outcome.at === 'refused') return <span className="basis-full text-fail text-xs">{outcome.message}</span>
  return (
    <>
      <PairingDots stages={outcome.result.stages.map((stage) => stage.status)} />
      <VerdictBadge verdict={outcome.result.verdict} />
      {outcome.result.verdict !== 'paired' && (
        <span className="basis-full text-muted text-xs">{outcome.result.headline}</span>
      )}
    </>
  )
}

/** "9 paired, 3 not." Limited ones count as paired: they work for what was asked. */
function summary(outcomes: BulkOutcome[]): string {
  const paired = outcomes.filter((one) => one.at === 'done' && PAIRED.has(one.result.verdict)).length
  const rest = outcomes.filter(isEnded).length - paired
  return rest === 0 ? `All ${paired} paired.` : `${paired} paired, ${rest} not.`
}

function isEnded(outcome: BulkOutcome | undefined): boolean {
  return outcome?.at === 'done' || outcome?.at === 'refused'
}
