'use client'

import { RotateCw } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { Drawer } from '@/components/ui/drawer'
import { PairingRun } from './pairing-run.tsx'
import { usePairing } from './use-pairing.ts'

interface PairingDrawerProps {
  item: { id: string; name: string; environment: string }
  onClose: () => void
  onResult?: () => void
}

/** Tests a stored key beside the page it was asked from. */
export function PairingDrawer({ item, onClose, onResult }: PairingDrawerProps) {
  const pairing = usePairing(onResult)
  const { run } = pairing
  useEffect(() => run({ keyId: item.id }), [run, item.id])
  return (
    <Drawer
      open
      title={`Test pairing: ${item.name}`}
      description={`In ${item.environment}. The provider is called now, with the stored value.`}
      onOpenChange={(open) => !open && onClose()}
      className="max-w-220"
      footer={
        <Button onClick={() => run({ keyId: item.id })} busy={pairing.running}>
          <RotateCw aria-hidden />
          Test again
        </Button>
      }
    >
      <PairingRun now={pairing.now} onRetry={() => run({ keyId: item.id })} />
    </Drawer>
  )
}
