'use client'

import { useState } from 'react'
import type { StepName, Troubleshooting } from '#lib/troubleshooting/schema'
import { useMay } from '@/components/access/me'
import { Notice } from '@/components/ui/notice'
import { useShortcut } from '@/components/ui/use-shortcut'
import { Conclusion } from './conclusion.tsx'
import { RecordHeader } from './record-header.tsx'
import { stepAnchor } from './step-item.tsx'
import { StepList } from './step-list.tsx'
import { stepsNow } from './steps-now.ts'
import { useConclusionToast } from './use-conclusion-toast.ts'
import { useTroubleshootingRun } from './use-troubleshooting-run.ts'

interface TroubleshootingRecordProps {
  record: Troubleshooting
  /** The provider's name. */
  provider: string
}

/** The conclusion on top, and under it the nine steps that lead to it. */
export function TroubleshootingRecord({ record, provider }: TroubleshootingRecordProps) {
  const may = useMay()
  const mayEdit = may('troubleshooting.edit', record.key?.environmentId)
  const { now, running, run } = useTroubleshootingRun()
  const [opened, setOpened] = useState<ReadonlySet<StepName>>(() => new Set(firstOpened(record)))
  const test = (value?: string) => run(`/troubleshooting/${record.id}/test`, value === undefined ? {} : { value })
  const toggle = (step: StepName) =>
    setOpened((seen) => (seen.has(step) ? without(seen, step) : new Set([...seen, step])))
  const openStep = (step: StepName) => {
    setOpened((seen) => new Set([...seen, step]))
    const place = document.getElementById(stepAnchor(record, step))
    place?.scrollIntoView({ block: 'start' })
    place?.querySelector('button')?.focus({ preventScroll: true })
  }
  const testHere = () => (record.key ? test() : openStep('direct_test'))
  useConclusionToast(record.conclusion)
  useShortcut('t', testHere, { disabled: !mayEdit || running })

  return (
    <>
      <RecordHeader record={record} provider={provider} mayEdit={mayEdit} testing={running} onTest={testHere} />
      <div className="flex flex-col gap-6">
        {now.at === 'failed' && <Notice tone="fail" title={now.message} />}
        <Conclusion conclusion={record.conclusion} onOpenStep={openStep} />
        <StepList
          record={record}
          {...(now.at === 'running' && { now: stepsNow(now.stages) })}
          opened={opened}
          onToggle={toggle}
          mayEdit={mayEdit}
          onTest={test}
        />
      </div>
    </>
  )
}

/** What decided, or else what would decide. */
function firstOpened({ conclusion, steps }: Troubleshooting): StepName[] {
  const [missing] = conclusion.missing
  const step = missing?.step ?? conclusion.fromStep
  return step && steps.some((each) => each.step === step) ? [step] : []
}

function without(seen: ReadonlySet<StepName>, step: StepName): ReadonlySet<StepName> {
  return new Set([...seen].filter((each) => each !== step))
}
