'use client'

import { X } from 'lucide-react'
import type { Batch } from '#lib/pairings/schema'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Progress } from '@/components/ui/progress'
import { batchWords, testedIn } from './batch-words.ts'

interface BatchBarProps {
  batch: Pick<Batch, 'counts' | 'state'>
  onShow: () => void
  onStop: () => void
  onDismiss: () => void
}

/** A bulk test that goes on behind the list, and for a while what came of it. */
export function BatchBar({ batch, onShow, onStop, onDismiss }: BatchBarProps) {
  const isRunning = batch.state === 'running'
  return (
    <section
      aria-label="Bulk test"
      className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border bg-surface px-3 py-2 text-sm"
    >
      <div className="min-w-48 flex-1">
        {isRunning ? (
          <Progress label="Testing pairing" done={testedIn(batch)} total={batch.counts.total} />
        ) : (
          <p role="status">Pairing tested: {batchWords(batch)}</p>
        )}
      </div>
      <Button size="sm" onClick={onShow}>
        Show
      </Button>
      {isRunning ? (
        <Button size="sm" variant="ghost" onClick={onStop}>
          Stop
        </Button>
      ) : (
        <IconButton size="sm" icon={X} label="Dismiss" onClick={onDismiss} />
      )}
    </section>
  )
}
