'use client'

import type { Key } from '#lib/keys/schema'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import { useDeleteKeys, useRestoreKeys } from './queries.ts'

interface DeleteKeysDialogProps {
  keys: Key[]
  onClose: (deleted: boolean) => void
}

/** Deletes one key or many, after saying what it means; the toast takes it back. */
export function DeleteKeysDialog({ keys, onClose }: DeleteKeysDialogProps) {
  const remove = useDeleteKeys()
  const restore = useRestoreKeys()
  const one = keys.length === 1 ? keys[0] : undefined
  const subject = one ? one.name : `${keys.length} keys`
  const guarded = keys.filter((key) => key.protected).length
  const confirm = () =>
    remove.mutate(
      keys.map((key) => key.id),
      {
        onSuccess: ({ done: deleted, refused }) => {
          if (deleted.length > 0)
            toast(`Deleted ${deleted.length === 1 ? subject : `${deleted.length} keys`}`, {
              action: { label: 'Undo', run: () => restore.mutate(deleted) },
            })
          for (const { message } of refused.slice(0, 1))
            toast(`${refused.length} not deleted`, { tone: 'fail', detail: message })
          onClose(true)
        },
      },
    )
  return (
    <ConfirmDialog
      open
      danger
      title={`Delete ${subject}?`}
      action={one ? 'Delete key' : 'Delete keys'}
      busy={remove.isPending}
      onConfirm={confirm}
      onOpenChange={(open) => !open && onClose(false)}
    >
      <p>
        Programs that fetch {one ? 'it' : 'them'} from Claviger stop getting a value at once. Nothing changes at the
        provider: revoke there what nobody should use any more. A deleted key can be restored, with its versions and
        history.
      </p>
      {guarded > 0 && (
        <p className="mt-2 font-medium text-warn">
          {one ? 'It is in a protected environment.' : `${guarded} of them are in a protected environment.`}
        </p>
      )}
      {remove.error && <p className="mt-2 text-fail">{remove.error.message}</p>}
    </ConfirmDialog>
  )
}
