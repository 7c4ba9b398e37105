'use client'

import { Controller, useForm } from 'react-hook-form'
import type { CustomProvider } from '#lib/custom-providers/schema'
import { showProblem } from '@/components/query/show-problem'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormActions } from '@/components/ui/form-actions'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'

type Values = Omit<CustomProvider, 'id'>

interface CustomProviderDialogProps {
  /** What is edited; a new one where it is left out. */
  provider?: CustomProvider
  save: (values: Values) => Promise<unknown>
  onClose: () => void
}

const EMPTY: Values = { name: '', baseUrl: '', dialect: 'openai', variable: '', path: '/', header: 'authorization' }
const DIALECTS: { value: Values['dialect']; label: string; detail: string }[] = [
  { value: 'openai', label: 'OpenAI', detail: 'Lists its models: Ollama, vLLM, LiteLLM, a gateway' },
  { value: 'anthropic', label: 'Anthropic', detail: 'Lists its models, key in x-api-key' },
  { value: 'http', label: 'Any HTTP API', detail: 'One path that only a good key gets an answer to' },
]

/** A server of the team's own: what it is called, where it is, and how it is asked whether a key is good. */
export function CustomProviderDialog({ provider, save, onClose }: CustomProviderDialogProps) {
  const form = useForm<Values>({ defaultValues: provider ?? EMPTY })
  const { register, formState } = form
  const { errors, isSubmitting } = formState
  const submit = form.handleSubmit(async ({ name, baseUrl, dialect, variable, path, header }) => {
    try {
      await save({ name, baseUrl, dialect, variable, path, header })
      toast(provider ? `Changed ${name}` : `Added ${name}`)
      onClose()
    } catch (error) {
      showProblem(error, form.setError, ['name', 'baseUrl', 'dialect', 'variable', 'path', 'header'])
    }
  })
  return (
    <Dialog
      open
      title={provider ? `Edit ${provider.name}` : 'Add provider'}
      description="A server of your own. Tests count a success only if a deliberately wrong key is refused."
      onOpenChange={(open) => !open && onClose()}
    >
      <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
        {errors.root?.message && <Notice tone="fail" title={errors.root.message} />}
        <Field label="Name" error={errors.name?.message}>
          {(control) => (
            <Input
              {...control}
              {...register('name', { required: 'Give it a name.' })}
              autoFocus
              placeholder="Our gateway"
            />
          )}
        </Field>
        <Field
          label="Base URL"
          hint="A private address also has to stand in CLAVIGER_OUTBOUND_ALLOW."
          error={errors.baseUrl?.message}
        >
          {(control) => (
            <Input
              {...control}
              {...register('baseUrl', { required: 'Give its address.' })}
              type="url"
              mono
              placeholder="https://llm.example.com/v1"
            />
          )}
        </Field>
        <Field label="Dialect" error={errors.dialect?.message}>
          {(control) => (
            <Controller
              control={form.control}
              name="dialect"
              render={({ field }) => (
                <Select {...control} value={field.value} onValueChange={field.onChange} options={DIALECTS} />
              )}
            />
          )}
        </Field>
        {form.watch('dialect') === 'http' && (
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Path" hint="Asked with GET." error={errors.path?.message}>
              {(control) => <Input {...control} {...register('path')} mono placeholder="/me" />}
            </Field>
            <Field label="Header" hint="Authorization carries “Bearer KEY”." error={errors.header?.message}>
              {(control) => <Input {...control} {...register('header')} mono placeholder="X-API-Key" />}
            </Field>
          </div>
        )}
        <Field label="Usual variable" hint="What programs call its key." error={errors.variable?.message}>
          {(control) => (
            <Input
              {...control}
              {...register('variable', { required: 'Give a name such as GATEWAY_API_KEY.' })}
              mono
              placeholder="GATEWAY_API_KEY"
            />
          )}
        </Field>
        <FormActions action={provider ? 'Save changes' : 'Add provider'} busy={isSubmitting} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
