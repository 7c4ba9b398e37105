'use client'

import { Controller, type UseFormReturn } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { KeyFormValues } from './key-form.ts'
import { KEY_TEST_OPTIONS } from './test-interval.ts'

/** What may be said about a key besides its value; none of it is required. */
export function KeyDetailsFields({
  form,
  owners,
}: {
  form: UseFormReturn<KeyFormValues>
  owners: { email: string; name: string }[]
}) {
  const { register, formState } = form
  const { errors } = formState
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Expires on" optional hint="As the provider says." error={errors.expiresOn?.message}>
          {(control) => <Input {...control} {...register('expiresOn')} type="date" />}
        </Field>
        <Field
          label="Rotate every"
          optional
          hint="Days; a reminder, 90 is usual."
          error={errors.rotateEveryDays?.message}
        >
          {(control) => <Input {...control} {...register('rotateEveryDays')} inputMode="numeric" placeholder="90" />}
        </Field>
      </div>
      <Field
        label="Tested by itself"
        hint="A pairing test that nobody has to press for. It costs nothing."
        error={errors.testEveryHours?.message}
      >
        {(control) => (
          <Controller
            control={form.control}
            name="testEveryHours"
            render={({ field: { value, onChange } }) => (
              <Select {...control} value={value} onValueChange={onChange} options={KEY_TEST_OPTIONS} />
            )}
          />
        )}
      </Field>
      <Field label="Owner" optional hint="Who is asked when it fails." error={errors.ownerEmail?.message}>
        {(control) => (
          <>
            <Input
              {...control}
              {...register('ownerEmail')}
              type="email"
              list="key-owners"
              placeholder="Email of a member"
            />
            <datalist id="key-owners">
              {owners.map(({ email, name }) => (
                <option key={email} value={email} label={name} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field
        label="Permissions it needs"
        optional
        hint="One a line, as the provider calls them. A pairing test says when one is missing."
        error={errors.permissions?.message}
      >
        {(control) => <Textarea {...control} {...register('permissions')} mono rows={2} />}
      </Field>
      <Field label="Tags" optional error={errors.tags?.message}>
        {(control) => <Input {...control} {...register('tags')} placeholder="billing, batch" />}
      </Field>
      <Field label="Notes" optional error={errors.notes?.message}>
        {(control) => <Textarea {...control} {...register('notes')} rows={2} />}
      </Field>
    </>
  )
}
