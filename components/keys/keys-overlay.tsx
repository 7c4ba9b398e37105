'use client'

import { BulkChangeDialog } from '@/components/bulk-changes/bulk-change-dialog'
import { PairingDrawer } from '@/components/pairing/pairing-drawer'
import { DeleteKeysDialog } from './delete-keys-dialog.tsx'
import type { OpenOverKeys } from './keys-screen.tsx'
import { ReplaceValueDialog } from './replace-value-dialog.tsx'

interface KeysOverlayProps {
  open: OpenOverKeys
  onResult: () => void
  onClose: (deleted: boolean) => void
}

/** What lies over the list: a test, a new value, or the question before deleting. */
export function KeysOverlay({ open: { at, keys }, onResult, onClose }: KeysOverlayProps) {
  const close = () => onClose(false)
  const [first] = keys
  if (!first) return null
  switch (at) {
    case 'test':
      return <PairingDrawer item={first} onClose={close} onResult={onResult} />
    case 'replace':
      return <ReplaceValueDialog item={first} onClose={close} />
    case 'rotate':
    case 'revoke':
    case 'own':
      return <BulkChangeDialog kind={at} keys={keys} onClose={close} />
    case 'delete':
      return <DeleteKeysDialog keys={keys} onClose={onClose} />
  }
}
