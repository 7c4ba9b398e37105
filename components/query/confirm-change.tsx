'use client'

import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'

interface ConfirmChangeProps {
  title: string
  /** A verb with its object: "Revoke token". */
  action: string
  danger?: boolean
  run: () => Promise<unknown>
  /** Said when it is done: "Revoked deploy script". */
  done: string
  onClose: () => void
  /** What will happen, and whether it can be undone. */
  children: ReactNode
}

/** Asks once, does it, and stays open with the reason where it was refused. */
export function ConfirmChange({ title, action, danger, run, done, onClose, children }: ConfirmChangeProps) {
  const change = useMutation({
    mutationFn: run,
    onSuccess: () => {
      toast(done)
      onClose()
    },
  })
  return (
    <ConfirmDialog
      open
      danger={danger}
      title={title}
      action={action}
      busy={change.isPending}
      onConfirm={() => change.mutate()}
      onOpenChange={(open) => !open && onClose()}
    >
      <p>{children}</p>
      {change.error && (
        <p role="alert" className="mt-2 text-fail">
          {change.error.message}
        </p>
      )}
    </ConfirmDialog>
  )
}
