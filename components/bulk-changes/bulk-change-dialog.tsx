'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { CreateBulkChangeInput } from '#lib/bulk-changes/schema'
import type { Key } from '#lib/keys/schema'
import { showProblem } from '@/components/query/show-problem'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormActions } from '@/components/ui/form-actions'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { BulkItems } from './bulk-items.tsx'
import { type BulkKind, bulkChangeQuery, isOver, useCancelBulkChange, useCreateBulkChange } from './queries.ts'

const WORDS: Record<BulkKind, { title: string; says: string; action: string }> = {
  rotate: {
    title: 'Rotate',
    says: 'Those that Claviger makes itself are rotated; the others are refused, and told.',
    action: 'Rotate',
  },
  revoke: {
    title: 'Mark as revoked',
    says: 'They are refused here from then on. At their providers they have to be revoked too.',
    action: 'Mark as revoked',
  },
  own: { title: 'Change the owner of', says: 'The owner is who is warned first.', action: 'Change the owner' },
}

interface BulkChangeDialogProps {
  kind: BulkKind
  keys: Key[]
  onClose: () => void
}

/** Asks what a change of many keys needs, then shows how it goes, key by key. It goes on whoever leaves. */
export function BulkChangeDialog({ kind, keys, onClose }: BulkChangeDialogProps) {
  const [id, setId] = useState<string>()
  const { title, says } = WORDS[kind]
  return (
    <Dialog
      open
      title={`${title} ${keys.length === 1 ? '1 key' : `${keys.length} keys`}`}
      description={id ? 'It goes on when you leave.' : says}
      onOpenChange={(open) => !open && onClose()}
    >
      {id ? <Progress id={id} onClose={onClose} /> : <Ask kind={kind} keys={keys} onBegun={setId} onClose={onClose} />}
    </Dialog>
  )
}

function Ask({ kind, keys, onBegun, onClose }: BulkChangeDialogProps & { onBegun: (id: string) => void }) {
  const create = useCreateBulkChange()
  const { register, handleSubmit, setError, formState } = useForm({ defaultValues: { reason: '', ownerEmail: '' } })
  const { errors } = formState
  const needsReason = kind === 'revoke' || keys.some((key) => key.protected)
  const submit = handleSubmit(async ({ reason, ownerEmail }) => {
    const ids = keys.map((key) => key.id)
    const body: CreateBulkChangeInput =
      kind === 'own'
        ? { kind, ids, ownerEmail: ownerEmail.trim() || null }
        : kind === 'revoke'
          ? { kind, ids, reason }
          : { kind, ids, ...(reason ? { reason } : {}) }
    try {
      onBegun((await create.mutateAsync(body)).id)
    } catch (error) {
      showProblem(error, setError, ['reason', 'ownerEmail'])
    }
  })
  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      {errors.root?.message && <Notice tone="fail" title={errors.root.message} />}
      {kind === 'own' ? (
        <Field
          label="New owner"
          hint="The address of a member; empty takes the owner away."
          optional
          error={errors.ownerEmail?.message}
        >
          {(own) => <Input {...own} {...register('ownerEmail')} type="email" autoFocus />}
        </Field>
      ) : (
        <Field label="Reason" optional={!needsReason} error={errors.reason?.message}>
          {(own) => <Input {...own} {...register('reason')} autoFocus />}
        </Field>
      )}
      <FormActions action={WORDS[kind].action} busy={create.isPending} onCancel={onClose} />
    </form>
  )
}

function Progress({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(bulkChangeQuery(id))
  const cancel = useCancelBulkChange(id)
  const client = useQueryClient()
  if (!query.data) return <Skeleton className="h-40" />
  const done = () => {
    for (const name of ['keys', 'key', 'rotations', 'overview']) void client.invalidateQueries({ queryKey: [name] })
    onClose()
  }
  return (
    <div className="flex flex-col gap-4">
      <BulkItems change={query.data} />
      <div className="flex justify-end gap-2">
        {query.data.state === 'running' && (
          <Button busy={cancel.isPending} onClick={() => cancel.mutate()}>
            Stop
          </Button>
        )}
        <Button variant="primary" onClick={done}>
          {isOver(query.data) ? 'Done' : 'Leave it running'}
        </Button>
      </div>
    </div>
  )
}
