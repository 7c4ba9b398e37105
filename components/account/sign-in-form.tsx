'use client'

import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { signInWithPassword } from './sign-in-with-password.ts'

interface Values {
  email: string
  password: string
}

export function SignInForm({ returnPath }: { returnPath: string }) {
  const { register, handleSubmit, setError, formState } = useForm<Values>()
  const submit = handleSubmit(async ({ email, password }) => {
    const refusal = await signInWithPassword(email, password)
    if (refusal) return setError('root', { message: refusal })
    window.location.assign(returnPath)
  })
  const { errors, isSubmitting } = formState
  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      {errors.root?.message && <Notice tone="fail" title={errors.root.message} />}
      <Field label="Email" error={errors.email?.message}>
        {(control) => (
          <Input
            {...control}
            {...register('email', { required: 'Type your email.' })}
            type="email"
            autoComplete="username"
            autoFocus
          />
        )}
      </Field>
      <Field label="Password" error={errors.password?.message}>
        {(control) => (
          <Input
            {...control}
            {...register('password', { required: 'Type your password.' })}
            type="password"
            autoComplete="current-password"
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={isSubmitting}>
        Sign in
      </Button>
    </form>
  )
}
