'use client'

import { TEST_OPTIONS, testIntervalWords, toTestInterval } from '@/components/keys/test-interval'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import type { EnvironmentRecord } from './queries.ts'
import type { useEditEnvironment } from './use-project-changes.ts'

interface TestIntervalSelectProps {
  environment: EnvironmentRecord
  edit: ReturnType<typeof useEditEnvironment>
}

/** How often the keys of an environment are tested by themselves, where they have no choice of their own. */
export function TestIntervalSelect({ environment: { id, name, testEveryHours }, edit }: TestIntervalSelectProps) {
  const choose = (value: string) =>
    edit.mutate(
      { testEveryHours: toTestInterval(value) },
      {
        onSuccess: () => toast(`Keys in ${name}: ${testIntervalWords(Number(value)).toLowerCase()}`),
        onError: (error) => toast('Not changed', { tone: 'fail', detail: error.message }),
      },
    )
  return (
    <span className="flex items-center gap-2">
      <label htmlFor={`tested-${id}`} className="text-muted text-xs">
        Tested
      </label>
      <Select
        id={`tested-${id}`}
        aria-label={`Keys tested by themselves: ${name}`}
        className="w-34"
        options={TEST_OPTIONS}
        value={String(testEveryHours)}
        disabled={edit.isPending}
        onValueChange={choose}
      />
    </span>
  )
}
