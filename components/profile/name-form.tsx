'use client'

import { useForm } from 'react-hook-form'
import { useMe } from '@/components/access/me'
import { INSTALLATION_ROLE_WORDS } from '@/components/members/role-words'
import { showProblem } from '@/components/query/show-problem'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { useEditSelf } from './use-account-changes.ts'

export function NameForm() {
  const me = useMe()
  const edit = useEditSelf()
  const { register, handleSubmit, setError, formState, reset } = useForm({ defaultValues: { name: me.name } })
  const { errors } = formState
  const submit = handleSubmit(async ({ name }) => {
    try {
      const saved = await edit.mutateAsync({ name })
      reset({ name: saved.name })
      toast('Saved your name')
    } catch (error) {
      showProblem(error, setError, ['name'])
    }
  })
  return (
    <Card title="Profile" description={`${me.email} · ${INSTALLATION_ROLE_WORDS[me.role].words.toLowerCase()}`}>
      <form onSubmit={submit} className="flex max-w-100 flex-col items-start gap-4" noValidate>
        {errors.root?.message && <Notice tone="fail" title={errors.root.message} className="w-full" />}
        <Field
          label="Name"
          hint="As others see you, and as the audit log names you from now on."
          error={errors.name?.message}
          className="w-full"
        >
          {(control) => (
            <Input
              {...control}
              {...register('name', { required: 'Say how others should call you.', maxLength: 100 })}
              autoComplete="name"
            />
          )}
        </Field>
        <Button type="submit" busy={edit.isPending} disabled={!formState.isDirty}>
          Save name
        </Button>
      </form>
    </Card>
  )
}
