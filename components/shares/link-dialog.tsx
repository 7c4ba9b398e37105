'use client'

import type { ComponentProps, FormEventHandler, ReactNode } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormActions } from '@/components/ui/form-actions'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { MadeLink } from './made-link.tsx'
import type { useCreateShare } from './queries.ts'

interface LinkDialogProps {
  title: string
  description: string
  share: ReturnType<typeof useCreateShare>
  /** What is wrong with no field of it. */
  problem: string | undefined
  onSubmit: FormEventHandler
  onClose: () => void
  children: ReactNode
}

/** Asks what a link is to be made of; then the link, to be copied and sent. */
export function LinkDialog({ title, description, share, problem, onSubmit, onClose, children }: LinkDialogProps) {
  return (
    <Dialog
      open
      title={share.data ? 'Send this link' : title}
      description={share.data ? undefined : description}
      onOpenChange={(open) => !open && onClose()}
    >
      {share.data ? (
        <MadeLink made={share.data} onDone={onClose} />
      ) : (
        <form onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
          {problem && <Notice tone="fail" title={problem} />}
          {children}
          <FormActions action="Make link" busy={share.isPending} onCancel={onClose} />
        </form>
      )}
    </Dialog>
  )
}

export function HoursField({ error, ...rest }: ComponentProps<typeof Input> & { error: string | undefined }) {
  return (
    <Field label="Hours until it expires" hint="168 at most." error={error}>
      {(own) => <Input {...own} {...rest} type="number" min={1} max={168} />}
    </Field>
  )
}
