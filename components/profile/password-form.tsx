'use client'

import { useForm } from 'react-hook-form'
import { useMe } from '@/components/access/me'
import { showProblem } from '@/components/query/show-problem'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { useEditSelf } from './use-account-changes.ts'

interface Values {
  currentPassword: string
  password: string
}

export function PasswordForm() {
  const { email } = useMe()
  const edit = useEditSelf()
  const { register, handleSubmit, setError, formState, reset } = useForm<Values>()
  const { errors } = formState
  const submit = handleSubmit(async (values) => {
    try {
      await edit.mutateAsync(values)
      reset()
      toast('Changed your password', { detail: 'You are signed out everywhere else.' })
    } catch (error) {
      showProblem(error, setError, ['currentPassword', 'password'])
    }
  })
  return (
    <Card title="Password" description="A new password signs you out everywhere but here.">
      <form onSubmit={submit} className="flex max-w-100 flex-col items-start gap-4" noValidate>
        {errors.root?.message && <Notice tone="fail" title={errors.root.message} className="w-full" />}
        <input type="email" name="username" value={email} autoComplete="username" readOnly hidden />
        <Field label="Current password" error={errors.currentPassword?.message} className="w-full">
          {(control) => (
            <Input
              {...control}
              {...register('currentPassword', { required: 'Type your current password.' })}
              type="password"
              autoComplete="current-password"
            />
          )}
        </Field>
        <Field
          label="New password"
          hint="At least 8 characters. A sentence is easier to keep than a riddle."
          error={errors.password?.message}
          className="w-full"
        >
          {(control) => (
            <Input
              {...control}
              {...register('password', {
                required: 'Choose a new password.',
                minLength: { value: 8, message: 'At least 8 characters.' },
              })}
              type="password"
              autoComplete="new-password"
            />
          )}
        </Field>
        <Button type="submit" busy={edit.isPending}>
          Change password
        </Button>
      </form>
    </Card>
  )
}
