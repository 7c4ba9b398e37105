'use client'

import { useForm } from 'react-hook-form'
import { request } from '@/components/query/request'
import { showProblem } from '@/components/query/show-problem'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { signInWithPassword } from './sign-in-with-password.ts'
import { useLinkToken } from './use-link-token.ts'

interface Values {
  name: string
  email: string
  password: string
}

interface NewMemberFormProps {
  /** Where the link's token is handed in: `/setup` or `/invitations/acceptance`. */
  path: string
  action: string
  /** Invitations know the email already. */
  asksEmail: boolean
}

/** Makes an account from a one-time link, whose token stands after # so that no server log ever sees it. */
export function NewMemberForm({ path, action, asksEmail }: NewMemberFormProps) {
  const token = useLinkToken()
  const { register, handleSubmit, setError, formState } = useForm<Values>()
  const { errors, isSubmitting } = formState
  const submit = handleSubmit(async ({ name, email, password }) => {
    try {
      const body = { token, name, password, ...(asksEmail ? { email } : {}) }
      const member = await request<{ email: string }>(path, { method: 'POST', body })
      const refusal = await signInWithPassword(member.email, password)
      window.location.assign(refusal ? '/sign-in' : '/')
    } catch (error) {
      showProblem(error, setError, ['name', 'email', 'password'])
    }
  })
  if (token === null)
    return (
      <Notice tone="fail" title="This link is incomplete.">
        Open the whole link again, with everything after the # sign.
      </Notice>
    )
  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      {errors.root?.message && <Notice tone="fail" title={errors.root.message} />}
      <Field label="Name" error={errors.name?.message}>
        {(control) => (
          <Input
            {...control}
            {...register('name', { required: 'Say how others should call you.' })}
            autoComplete="name"
            autoFocus
          />
        )}
      </Field>
      {asksEmail && (
        <Field label="Email" error={errors.email?.message}>
          {(control) => (
            <Input
              {...control}
              {...register('email', { required: 'Type your email: you sign in with it.' })}
              type="email"
              autoComplete="username"
            />
          )}
        </Field>
      )}
      <Field
        label="Password"
        hint="At least 8 characters. A sentence is easier to keep than a riddle."
        error={errors.password?.message}
      >
        {(control) => (
          <Input
            {...control}
            {...register('password', {
              required: 'Choose a password.',
              minLength: { value: 8, message: 'At least 8 characters.' },
            })}
            type="password"
            autoComplete="new-password"
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={isSubmitting}>
        {action}
      </Button>
    </form>
  )
}
