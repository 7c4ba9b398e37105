'use client'

import { useForm } from 'react-hook-form'
import { showProblem } from '@/components/query/show-problem'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormActions } from '@/components/ui/form-actions'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { type PlannedPlace, useConnectGateway } from './queries.ts'

const FIELDS = ['name', 'url', 'token'] as const

/** Asks for what is full access to a gateway, and says so. */
export function ConnectGatewayDialog({ place, onClose }: { place: PlannedPlace; onClose: () => void }) {
  const connect = useConnectGateway()
  const { register, handleSubmit, setError, formState } = useForm({
    defaultValues: { name: 'OpenClaw', url: 'http://127.0.0.1:18789', token: '' },
  })
  const { errors } = formState
  const submit = handleSubmit(async (gateway) => {
    try {
      const { name } = await connect.mutateAsync({ ...place, ...gateway })
      toast(`${name} is told of changes from now on`)
      onClose()
    } catch (error) {
      showProblem(error, setError, FIELDS)
    }
  })
  return (
    <Dialog
      open
      title="Connect a gateway"
      description="It is told at once, and kept only where it took that."
      onOpenChange={(open) => !open && onClose()}
    >
      <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
        {errors.root?.message && <Notice tone="fail" title={errors.root.message} />}
        <Notice tone="warn" title="Its token is full access to that gateway.">
          Turn the plugin on first: openclaw plugins enable admin-http-rpc. A private address must be among
          CLAVIGER_OUTBOUND_ALLOW.
        </Notice>
        <Field label="Name" error={errors.name?.message}>
          {(own) => <Input {...own} {...register('name')} autoFocus />}
        </Field>
        <Field label="Address" error={errors.url?.message}>
          {(own) => <Input mono {...own} {...register('url')} />}
        </Field>
        <Field label="Token" hint="Of gateway.auth in its configuration." error={errors.token?.message}>
          {(own) => <Input mono type="password" autoComplete="off" {...own} {...register('token')} />}
        </Field>
        <FormActions action="Connect gateway" busy={connect.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
