'use client'

import { Controller, useForm } from 'react-hook-form'
import { CHANNEL_KINDS, type ChannelKind } from '#lib/channels/schema'
import { LEVELS, type Level } from '#lib/warnings/schema'
import { showProblem } from '@/components/query/show-problem'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormActions } from '@/components/ui/form-actions'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { OnceShown } from '@/components/ui/once-shown'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { CHANNEL_WORDS, LEVEL_WORDS } from './channel-words.ts'
import { useCreateChannel } from './queries.ts'

const HINTS: Record<ChannelKind, string> = {
  slack: 'Of an incoming webhook: https://hooks.slack.com/services/…',
  teams: 'Of a workflow “When a Teams webhook request is received”.',
  webhook: 'Each warning is a POST there, signed as Standard Webhooks says.',
  pagerduty: 'Empty: the events API of PagerDuty.',
}

/** A place where warnings go. Its address is itself a secret, and is not shown again. */
export function CreateChannelDialog({ onClose }: { onClose: () => void }) {
  const create = useCreateChannel()
  const { control, register, handleSubmit, setError, watch, formState } = useForm({
    defaultValues: { kind: 'slack' as ChannelKind, name: '', url: '', routingKey: '', level: 'warn' as Level },
  })
  const { errors } = formState
  const kind = watch('kind')
  const submit = handleSubmit(async ({ kind: chosen, name, url, routingKey, level }) => {
    try {
      const about = { name, level }
      const made = await create.mutateAsync(
        chosen === 'pagerduty'
          ? { kind: chosen, routingKey, ...about, ...(url ? { url } : {}) }
          : { kind: chosen, url, ...about },
      )
      toast(`${made.name} is told from now on`)
      if (!made.secret) onClose()
    } catch (error) {
      showProblem(error, setError, ['name', 'url', 'routingKey', 'level'])
    }
  })
  const secret = create.data?.secret
  return (
    <Dialog
      open
      title={secret ? 'Give this secret to the receiver' : 'Add a channel'}
      description={secret ? undefined : 'Send it a test afterwards.'}
      onOpenChange={(open) => !open && onClose()}
    >
      {secret ? (
        <div className="flex flex-col gap-4">
          <OnceShown label="Secret" secret={secret}>
            With it the receiver knows that a call is from here.
          </OnceShown>
          <Button variant="primary" className="self-end" onClick={onClose}>
            Done
          </Button>
        </div>
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
          {errors.root?.message && <Notice tone="fail" title={errors.root.message} />}
          <Field label="Kind">
            {(own) => (
              <Controller
                control={control}
                name="kind"
                render={({ field }) => (
                  <Select
                    {...own}
                    value={field.value}
                    onValueChange={field.onChange}
                    options={CHANNEL_KINDS.map((value) => ({ value, label: CHANNEL_WORDS[value] }))}
                  />
                )}
              />
            )}
          </Field>
          <Field label="Name" error={errors.name?.message}>
            {(own) => <Input {...own} {...register('name')} placeholder="#keys" autoFocus />}
          </Field>
          {kind === 'pagerduty' && (
            <Field label="Routing key" hint="Of an Events API v2 integration." error={errors.routingKey?.message}>
              {(own) => <Input mono type="password" autoComplete="off" {...own} {...register('routingKey')} />}
            </Field>
          )}
          <Field label="Address" optional={kind === 'pagerduty'} hint={HINTS[kind]} error={errors.url?.message}>
            {(own) => <Input mono {...own} {...register('url')} />}
          </Field>
          <Field label="What goes there" error={errors.level?.message}>
            {(own) => (
              <Controller
                control={control}
                name="level"
                render={({ field }) => (
                  <Select
                    {...own}
                    value={field.value}
                    onValueChange={field.onChange}
                    options={LEVELS.map((value) => ({ value, label: LEVEL_WORDS[value] }))}
                  />
                )}
              />
            )}
          </Field>
          <FormActions action="Add channel" busy={create.isPending} onCancel={onClose} />
        </form>
      )}
    </Dialog>
  )
}
