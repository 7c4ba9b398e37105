'use client'

import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { ApplicationDraft } from './application-draft.ts'
import { PLATFORM_WORDS } from './platform-words.ts'

interface ApplicationFieldsProps {
  draft: ApplicationDraft
  onChange: (draft: ApplicationDraft) => void
  /** Why a field was refused, by its name. */
  errors?: Partial<Record<keyof ApplicationDraft, string>>
}

const UNSAID = 'unsaid'
const PLATFORMS = [
  { value: UNSAID, label: 'Not known' },
  ...Object.entries(PLATFORM_WORDS).map(([value, label]) => ({ value, label })),
]
const FIELDS: { name: keyof ApplicationDraft; label: string; placeholder: string; mono?: boolean }[] = [
  { name: 'baseUrl', label: 'Base URL it uses', placeholder: 'https://', mono: true },
  { name: 'model', label: 'Model it asks for', placeholder: 'gpt-5-mini', mono: true },
  { name: 'apiVersion', label: 'API version it sends', placeholder: '2023-06-01', mono: true },
  { name: 'environment', label: 'Environment it is in', placeholder: 'production' },
]

/** How the application is set up, as far as somebody knows: nothing of it has to be filled in. */
export function ApplicationFields({ draft, onChange, errors = {} }: ApplicationFieldsProps) {
  const text = (name: keyof ApplicationDraft) => ({
    value: draft[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...draft, [name]: event.target.value }),
  })
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label="Platform" error={errors.platform}>
        {(control) => (
          <Select
            {...control}
            value={draft.platform || UNSAID}
            onValueChange={(value) => onChange({ ...draft, platform: value === UNSAID ? '' : value })}
            options={PLATFORMS}
          />
        )}
      </Field>
      <Field label="Its name" error={errors.name}>
        {(control) => <Input {...control} {...text('name')} placeholder="billing-worker" autoComplete="off" />}
      </Field>
      {FIELDS.map(({ name, label, placeholder, mono }) => (
        <Field key={name} label={label} error={errors[name]}>
          {(control) => <Input {...control} {...text(name)} mono={mono} placeholder={placeholder} autoComplete="off" />}
        </Field>
      ))}
      <Field
        label="What its clock shows now"
        hint="date -u +%Y-%m-%dT%H:%M:%SZ"
        error={errors.clock}
        className="sm:col-span-2"
      >
        {(control) => <Input {...control} {...text('clock')} mono placeholder="2030-01-31T00:00:00Z" />}
      </Field>
    </div>
  )
}
