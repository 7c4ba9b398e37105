'use client'

import dynamic from 'next/dynamic'
import { BatchBar } from './batch-bar.tsx'
import type { useBulkTest } from './use-bulk-test.ts'

// Loaded when first opened: it is not needed to see the list.
const BulkPairingDrawer = dynamic(
  () => import('./bulk-pairing-drawer.tsx').then((module) => module.BulkPairingDrawer),
  {
    ssr: false,
  },
)

interface BulkTestProps {
  test: ReturnType<typeof useBulkTest>
  isOpen: boolean
  onOpenChange: (open: boolean) => void
}

/** The bulk test of this page: a bar above the list, or opened over it. */
export function BulkTest({ test, isOpen, onOpenChange }: BulkTestProps) {
  const { batch } = test
  if (!batch) return null
  if (!isOpen)
    return <BatchBar batch={batch} onShow={() => onOpenChange(true)} onStop={test.stop} onDismiss={test.dismiss} />
  return (
    <BulkPairingDrawer
      batch={batch}
      onStop={test.stop}
      isStopping={test.isStopping}
      onAgain={test.start}
      onClose={() => onOpenChange(false)}
    />
  )
}
