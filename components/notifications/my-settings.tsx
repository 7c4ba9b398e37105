'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Control, Controller, useForm } from 'react-hook-form'
import type { NotificationSettings } from '#lib/notification-settings/schema'
import { showProblem } from '@/components/query/show-problem'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { ChoiceField } from '@/components/ui/choice-field'
import { ErrorState } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { settingsQuery, useSendTestMail, useSetSettings } from './queries.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}))
const NONE = 'none'
const QUIET_HOURS = [{ value: NONE, label: 'none' }, ...HOURS]
const MAIL = [
  { value: 'each', label: 'Each warning' },
  { value: 'digest', label: 'Once a day' },
  { value: 'off', label: 'None' },
]

interface Chosen {
  email: NotificationSettings['email']
  digestHour: string
  timeZone: string
  quietFrom: string
  quietTo: string
  urgentAnyway: boolean
}

/** How whoever is signed in wants to be told. */
export function MySettings() {
  const query = useQuery(settingsQuery())
  if (query.isPending) return <Skeleton className="h-64" />
  if (query.error)
    return (
      <ErrorState title="Your settings could not be read" onRetry={() => void query.refetch()}>
        {query.error.message}
      </ErrorState>
    )
  return <SettingsForm settings={query.data} />
}

export function SettingsForm({ settings }: { settings: NotificationSettings }) {
  const set = useSetSettings()
  const test = useSendTestMail()
  const sendTest = () =>
    test.mutate(undefined, {
      onSuccess: () => toast('A mail is on its way to you'),
      onError: (error) => toast('No mail was sent', { detail: error.message, tone: 'fail' }),
    })
  const hourOf = (hour: number | null) => (hour === null ? NONE : String(hour))
  // Whoever has said nothing yet most likely means the hours of where they sit.
  const [zone] = useState(() =>
    settings.timeZone === 'UTC' ? Intl.DateTimeFormat().resolvedOptions().timeZone : settings.timeZone,
  )
  const { control, register, handleSubmit, setError, watch, formState } = useForm<Chosen>({
    defaultValues: {
      email: settings.email,
      digestHour: String(settings.digestHour),
      timeZone: zone,
      quietFrom: hourOf(settings.quietFrom),
      quietTo: hourOf(settings.quietTo),
      urgentAnyway: settings.urgentAnyway,
    },
  })
  const { errors } = formState
  const submit = handleSubmit(async ({ email, digestHour, timeZone, quietFrom, quietTo, urgentAnyway }) => {
    const hour = (text: string) => (text === NONE ? null : Number(text))
    try {
      const quiet = { quietFrom: hour(quietFrom), quietTo: hour(quietTo) }
      await set.mutateAsync({ email, digestHour: Number(digestHour), timeZone, urgentAnyway, ...quiet })
      toast('Saved')
    } catch (error) {
      showProblem(error, setError, ['timeZone'])
    }
  })
  return (
    <Card title="How you are told" description="The inbox has everything, whatever is said here.">
      <form onSubmit={submit} className="flex max-w-120 flex-col gap-4" noValidate>
        {errors.root?.message && <Notice tone="fail" title={errors.root.message} />}
        {!settings.hasMail && (
          <Notice tone="info" title="No mail is sent from here.">
            An operator can set SMTP_URL. Until then warnings reach you in the inbox and on the Overview.
          </Notice>
        )}
        <Choice control={control} name="email" label="Mail" options={MAIL} />
        {watch('email') === 'digest' && <Choice control={control} name="digestHour" label="At" options={HOURS} />}
        <div className="grid gap-4 sm:grid-cols-2">
          <Choice control={control} name="quietFrom" label="Quiet from" options={QUIET_HOURS} />
          <Choice control={control} name="quietTo" label="Quiet until" options={QUIET_HOURS} />
        </div>
        <Field label="Time zone" error={errors.timeZone?.message}>
          {(own) => <Input {...own} {...register('timeZone')} />}
        </Field>
        <ChoiceField
          label="What is urgent comes at any hour"
          hint="Expired keys, rotations that are stuck, production that fails."
        >
          {(own) => (
            <Controller
              control={control}
              name="urgentAnyway"
              render={({ field }) => (
                <Checkbox {...own} checked={field.value} onCheckedChange={(on) => field.onChange(on === true)} />
              )}
            />
          )}
        </ChoiceField>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" busy={set.isPending}>
            Save
          </Button>
          {settings.hasMail && (
            <Button busy={test.isPending} onClick={sendTest}>
              Send me a test
            </Button>
          )}
        </div>
      </form>
    </Card>
  )
}

interface ChoiceProps {
  control: Control<Chosen>
  name: 'email' | 'digestHour' | 'quietFrom' | 'quietTo'
  label: string
  options: { value: string; label: string }[]
}

function Choice({ control, name, label, options }: ChoiceProps) {
  return (
    <Field label={label}>
      {(own) => (
        <Controller
          control={control}
          name={name}
          render={({ field }) => (
            <Select {...own} value={field.value} onValueChange={field.onChange} options={options} />
          )}
        />
      )}
    </Field>
  )
}
