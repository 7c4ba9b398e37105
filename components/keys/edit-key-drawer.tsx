'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import type { Key } from '#lib/keys/schema'
import type { PublicProvider } from '#lib/providers/public-provider'
import { showProblem } from '@/components/query/show-problem'
import { Button } from '@/components/ui/button'
import { Drawer } from '@/components/ui/drawer'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { KeyDetailsFields } from './key-details-fields.tsx'
import { formOf, KeyFormValues, toDetails } from './key-form.ts'
import { ProviderField } from './provider-field.tsx'
import { useEditKey } from './queries.ts'

interface EditKeyDrawerProps {
  item: Key
  providers: PublicProvider[]
  owners: { email: string; name: string }[]
  onClose: () => void
}

export function EditKeyDrawer({ item, providers, owners, onClose }: EditKeyDrawerProps) {
  const edit = useEditKey(item.id)
  const form = useForm<KeyFormValues>({ resolver: zodResolver(KeyFormValues), defaultValues: formOf(item) })
  const { errors } = form.formState
  const submit = form.handleSubmit(async (values) => {
    try {
      await edit.mutateAsync(toDetails(values))
      toast(`Saved ${values.name}`)
      onClose()
    } catch (error) {
      showProblem(error, form.setError, ['name', 'provider', 'baseUrl', 'ownerEmail', 'permissions', 'tags', 'notes'])
    }
  })
  return (
    <Drawer
      open
      title={`Edit ${item.name}`}
      description="What is known about the key. Its value is replaced elsewhere."
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={submit} busy={edit.isPending}>
            Save key
          </Button>
        </>
      }
    >
      <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
        {errors.root?.message && <Notice tone="fail" title={errors.root.message} />}
        <Field label="Name" error={errors.name?.message}>
          {(control) => <Input {...control} {...form.register('name')} mono />}
        </Field>
        <ProviderField form={form} providers={providers} />
        <KeyDetailsFields form={form} owners={owners} />
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Drawer>
  )
}
