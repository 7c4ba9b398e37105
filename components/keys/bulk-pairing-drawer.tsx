'use client'

import { formatCount } from '#lib/format/format-count'
import type { Batch } from '#lib/pairings/schema'
import { Button } from '@/components/ui/button'
import { Drawer } from '@/components/ui/drawer'
import { Progress } from '@/components/ui/progress'
import { BatchItems } from './batch-items.tsx'
import { batchWords, testedIn } from './batch-words.ts'

interface BulkPairingDrawerProps {
  batch: Batch
  onStop: () => void
  isStopping: boolean
  onAgain: (ids: string[]) => void
  onClose: () => void
}

/** A bulk test as it goes: counts what came out and lists each key. */
export function BulkPairingDrawer({ batch, onStop, isStopping, onAgain, onClose }: BulkPairingDrawerProps) {
  return (
    <Drawer
      open
      title={`Test pairing of ${formatCount(batch.counts.total, 'key')}`}
      description="Each provider is called with the stored value. The test goes on when you close this, or leave the page."
      onOpenChange={(open) => !open && onClose()}
      footer={
        batch.state === 'running' ? (
          <Button onClick={onStop} busy={isStopping}>
            Stop
          </Button>
        ) : (
          <Button onClick={() => onAgain(batch.items.map(({ keyId }) => keyId))}>Test again</Button>
        )
      }
    >
      <Progress label="Tested" done={testedIn(batch)} total={batch.counts.total} />
      <p role="status" className="mt-2 min-h-5 text-muted text-sm">
        {batchWords(batch)}
      </p>
      <BatchItems batch={batch} />
    </Drawer>
  )
}
