'use client'

import type { ScopedKey } from '#lib/scoped-keys/schema'
import { ConfirmChange } from '@/components/query/confirm-change'
import { useEndAllScopedKeys, useEndScopedKey } from './queries.ts'

export function EndScopedKeyDialog({ scopedKey, onClose }: { scopedKey: ScopedKey; onClose: () => void }) {
  const end = useEndScopedKey()
  return (
    <ConfirmChange
      danger
      title={`End ${scopedKey.name}?`}
      action="End scoped key"
      run={() => end.mutateAsync(scopedKey.id)}
      done={`Ended ${scopedKey.name}`}
      onClose={onClose}
    >
      Whatever still uses it is refused from the next request on. This cannot be undone.
    </ConfirmChange>
  )
}

export function EndAllDialog({ onClose }: { onClose: () => void }) {
  const end = useEndAllScopedKeys()
  return (
    <ConfirmChange
      danger
      title="End all scoped keys?"
      action="End all scoped keys"
      run={() => end.mutateAsync()}
      done="Ended all scoped keys"
      onClose={onClose}
    >
      All that you made, and all of the environments that you manage: every program that uses one is refused from its
      next request on. This cannot be undone.
    </ConfirmChange>
  )
}
