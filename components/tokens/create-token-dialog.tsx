'use client'

import { Controller, useForm } from 'react-hook-form'
import { showProblem } from '@/components/query/show-problem'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormActions } from '@/components/ui/form-actions'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { OnceShown } from '@/components/ui/once-shown'
import { Select } from '@/components/ui/select'
import { useCreateToken } from './queries.ts'

interface Values {
  name: string
  expiresInDays: string
}

const LIFETIMES = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'One year' },
]

/** Asks for a name and a lifetime, then shows the token the one time that anybody can. */
export function CreateTokenDialog({ onClose }: { onClose: () => void }) {
  const create = useCreateToken()
  const token = create.data?.token
  return (
    <Dialog
      open
      title={token ? 'Copy your token' : 'Create token'}
      description={token ? undefined : 'A program that sends it has exactly your rights, nothing more.'}
      onOpenChange={(open) => !open && onClose()}
    >
      {token ? (
        <div className="flex flex-col gap-4">
          <OnceShown label="Token" secret={token}>
            Claviger keeps only a fingerprint. Put the token where the program reads its secrets.
          </OnceShown>
          <div className="flex justify-end">
            <Button onClick={onClose}>Done</Button>
          </div>
        </div>
      ) : (
        <TokenForm create={create} onCancel={onClose} />
      )}
    </Dialog>
  )
}

function TokenForm({ create, onCancel }: { create: ReturnType<typeof useCreateToken>; onCancel: () => void }) {
  const { register, control, handleSubmit, setError, formState } = useForm<Values>({
    defaultValues: { name: '', expiresInDays: '30' },
  })
  const { errors } = formState
  const submit = handleSubmit(async ({ name, expiresInDays }) => {
    try {
      await create.mutateAsync({ name, expiresInDays: Number(expiresInDays) })
    } catch (error) {
      showProblem(error, setError, ['name', 'expiresInDays'])
    }
  })
  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      {errors.root?.message && <Notice tone="fail" title={errors.root.message} />}
      <Field label="Name" hint="What will use it, so that you know what to revoke." error={errors.name?.message}>
        {(own) => (
          <Input
            {...own}
            {...register('name', { required: 'Say what will use the token.', maxLength: 100 })}
            placeholder="deploy script"
            autoFocus
          />
        )}
      </Field>
      <Field label="Expires after" error={errors.expiresInDays?.message}>
        {(own) => (
          <Controller
            control={control}
            name="expiresInDays"
            render={({ field }) => (
              <Select {...own} value={field.value} onValueChange={field.onChange} options={LIFETIMES} />
            )}
          />
        )}
      </Field>
      <FormActions action="Create token" busy={create.isPending} onCancel={onCancel} />
    </form>
  )
}
