'use client'

import { useForm } from 'react-hook-form'
import { showProblem } from '@/components/query/show-problem'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormActions } from '@/components/ui/form-actions'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'

interface Names {
  name: string
  slug: string
}

interface NameDialogProps {
  title: string
  description?: string
  action: string
  /** Said when it is done: "Renamed". */
  done: string
  start: Names
  save: (names: Names) => Promise<unknown>
  onClose: () => void
}

/** Name and short name of a project or an environment. */
export function NameDialog({ title, description, action, done, start, save, onClose }: NameDialogProps) {
  const { register, handleSubmit, setError, formState } = useForm<Names>({ defaultValues: start })
  const { errors, isSubmitting } = formState
  const submit = handleSubmit(async (names) => {
    try {
      await save(names)
      toast(done)
      onClose()
    } catch (error) {
      showProblem(error, setError, ['name', 'slug'])
    }
  })
  return (
    <Dialog open title={title} description={description} onOpenChange={(open) => !open && onClose()}>
      <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
        {errors.root?.message && <Notice tone="fail" title={errors.root.message} />}
        <Field label="Name" error={errors.name?.message}>
          {(control) => (
            <Input
              {...control}
              {...register('name', { required: 'Give it a name.', maxLength: 100 })}
              autoFocus
              autoComplete="off"
            />
          )}
        </Field>
        <Field
          label="Short name"
          optional={!start.slug}
          hint={
            start.slug
              ? 'In addresses and commands: scripts that use the old one stop finding it.'
              : 'Made from the name where you leave it out.'
          }
          error={errors.slug?.message}
        >
          {(control) => <Input {...control} {...register('slug')} mono />}
        </Field>
        <FormActions action={action} busy={isSubmitting} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
