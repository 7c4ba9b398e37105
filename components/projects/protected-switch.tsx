'use client'

import { Switch } from '@/components/ui/switch'
import { toast } from '@/components/ui/toast'
import type { EnvironmentRecord } from './queries.ts'
import type { useEditEnvironment } from './use-project-changes.ts'

/** Turns on and off that reading a value takes a reason. */
export function ProtectedSwitch({
  environment,
  edit,
}: {
  environment: EnvironmentRecord
  edit: ReturnType<typeof useEditEnvironment>
}) {
  const { id, name } = environment
  const toggle = (guarded: boolean) =>
    edit.mutate(
      { protected: guarded },
      {
        onSuccess: () =>
          toast(guarded ? `${name} is protected` : `${name} is not protected any more`, {
            detail: guarded ? 'To read a value now takes a reason.' : 'Values are read without a reason.',
          }),
        onError: (error) => toast('Not changed', { tone: 'fail', detail: error.message }),
      },
    )
  return (
    <span className="flex items-center gap-2">
      <label htmlFor={`protected-${id}`} className="text-muted text-xs">
        Protected
      </label>
      <Switch
        id={`protected-${id}`}
        aria-label={`Protected: ${name}`}
        checked={environment.protected}
        disabled={edit.isPending}
        onCheckedChange={toggle}
      />
    </span>
  )
}
