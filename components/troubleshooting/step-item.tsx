'use client'

import { ChevronDown, Cpu, UserRound } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useId, useState } from 'react'
import type { Troubleshooting, TroubleshootingStep } from '#lib/troubleshooting/schema'
import { RelativeTime } from '@/components/time/relative-time'
import { cn } from '@/components/ui/cn'
import { toneText } from '@/components/ui/tone'
import { StepBodySkeleton } from './step-body-skeleton.tsx'
import { StepMark } from './step-mark.tsx'
import { STEP_STATES, STEP_WORDS, type StepState } from './step-words.ts'

const StepBody = dynamic(() => import('./step-body.tsx').then((module) => module.StepBody), {
  loading: () => <StepBodySkeleton />,
})

export interface StepItemProps {
  step: TroubleshootingStep
  number: number
  state: StepState
  open: boolean
  onToggle: () => void
  record: Troubleshooting
  mayEdit: boolean
  testing: boolean
  onTest: (value?: string) => void
}

/** A step's id in the page, so that the conclusion can lead to it. */
export const stepAnchor = (record: Troubleshooting, step: TroubleshootingStep['step']) => `${record.id}-${step}`

/** One step: state, what it says, who did it; opened, its evidence and what there is to do. Closed again, it keeps what was typed. */
export function StepItem({ step, number, state, open, onToggle, ...rest }: StepItemProps) {
  const bodyId = useId()
  const [wasOpen, setWasOpen] = useState(open)
  if (open && !wasOpen) setWasOpen(true)
  const { label } = STEP_WORDS[step.step]
  const { word, tone } = STEP_STATES[state]
  return (
    <li id={stepAnchor(rest.record, step.step)} className="scroll-mt-14 border-b last:border-b-0">
      <h3>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={wasOpen ? bodyId : undefined}
          onClick={onToggle}
          className="flex w-full items-start gap-3 px-4 py-3 text-left hover:bg-hover focus-visible:-outline-offset-2"
        >
          <StepMark state={state} className="mt-0.5" />
          <span className="min-w-0 flex-1">
            <span className="flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5">
              <span className="font-medium text-sm">
                <span className="text-faint tabular-nums">{number}</span> {label}
              </span>
              <span className={cn('font-medium text-xs', toneText[tone])}>{word}</span>
              <DoneBy step={step} state={state} />
            </span>
            <span className={cn('mt-0.5 block text-muted text-sm wrap-anywhere', !open && 'line-clamp-2')}>
              {step.summary}
            </span>
          </span>
          <ChevronDown
            aria-hidden
            className={cn('mt-0.5 size-4 shrink-0 text-faint transition-transform', open && 'rotate-180')}
          />
        </button>
      </h3>
      {wasOpen && (
        <div id={bodyId} hidden={!open} className="px-4 pt-1 pb-5 sm:pl-11.5">
          <StepBody step={step} {...rest} />
        </div>
      )}
    </li>
  )
}

function DoneBy({ step: { doneBy, at, status }, state }: Pick<StepItemProps, 'step' | 'state'>) {
  if (state === 'running' || status === 'waiting') return null
  const Icon = doneBy === 'machine' ? Cpu : UserRound
  return (
    <span className="ml-auto flex items-center gap-1 font-normal text-faint text-xs">
      <Icon aria-hidden className="size-3.5" />
      <span>
        <span className="max-sm:sr-only">{doneBy === 'machine' ? 'by the machine' : 'by a person'}</span>
        {at && (
          <span className="max-sm:hidden">
            , <RelativeTime short at={at} />
          </span>
        )}
      </span>
    </span>
  )
}
