'use client'

import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { slugOf } from '#lib/projects/slug-of'
import { EnvironmentChip } from '@/components/keys/environment-chip'
import { PageHeader } from '@/components/layout/page-header'
import { showProblem } from '@/components/query/show-problem'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { useCreateProject } from './use-project-changes.ts'

interface Values {
  name: string
  slug: string
}

const ENVIRONMENTS = [
  { name: 'development', protected: false, says: 'For the machines of developers. Break what you like.' },
  { name: 'staging', protected: false, says: 'Where the next release is tried, with keys of its own.' },
  {
    name: 'production',
    protected: true,
    says: 'Protected: to read a value takes a reason, which the audit log keeps.',
  },
]

export function NewProjectForm() {
  const router = useRouter()
  const create = useCreateProject()
  const { register, handleSubmit, setError, watch, formState } = useForm<Values>({
    defaultValues: { name: '', slug: '' },
  })
  const { errors } = formState
  const name = watch('name')
  const submit = handleSubmit(async (values) => {
    try {
      const { slug } = await create.mutateAsync({
        name: values.name,
        ...(values.slug.trim() ? { slug: values.slug } : {}),
      })
      toast(`Made ${values.name}`, { detail: 'Now add its first key.' })
      router.push(`/keys?project=${slug}`)
    } catch (error) {
      showProblem(error, setError, ['name', 'slug'])
    }
  })
  return (
    <div className="mx-auto max-w-160">
      <PageHeader title="New project" description="One for each application that uses keys." />
      <Card>
        <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
          {errors.root?.message && <Notice tone="fail" title={errors.root.message} />}
          <Field label="Name" error={errors.name?.message}>
            {(control) => (
              <Input
                {...control}
                {...register('name', { required: 'Say what the application is called.', maxLength: 100 })}
                placeholder="Assistant"
                autoFocus
                autoComplete="off"
              />
            )}
          </Field>
          <Field
            label="Short name"
            optional
            hint="In addresses and commands. It can be changed, but scripts that use it would have to follow."
            error={errors.slug?.message}
          >
            {(control) => (
              <Input {...control} {...register('slug')} mono placeholder={name.trim() ? slugOf(name) : 'assistant'} />
            )}
          </Field>
          <EnvironmentsToCome />
          <div className="flex justify-end gap-2 border-t pt-4">
            <Button onClick={() => router.back()}>Cancel</Button>
            <Button type="submit" variant="primary" busy={create.isPending || formState.isSubmitSuccessful}>
              Make project
            </Button>
          </div>
        </form>
      </Card>
    </div>
  )
}

function EnvironmentsToCome() {
  return (
    <div>
      <p className="font-medium text-sm">It starts with three environments</p>
      <p className="text-muted text-xs">
        Each holds keys and people’s roles of its own. Add or rename them later in Settings.
      </p>
      <dl className="mt-2 flex flex-col gap-2 text-sm">
        {ENVIRONMENTS.map((environment) => (
          <div key={environment.name} className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
            <dt className="w-28">
              <EnvironmentChip name={environment.name} protected={environment.protected} />
            </dt>
            <dd className="min-w-60 flex-1 text-muted">{environment.says}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
