'use client'

import { Check } from 'lucide-react'
import Link from 'next/link'
import type { Installation } from '#lib/installation/schema'
import type { Overview } from '#lib/overview/schema'
import { useMay } from '@/components/access/me'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'

interface Step {
  title: string
  detail: string
  done: boolean
  /** Missing where it is done elsewhere than on a page. */
  link?: { href: string; label: string }
}

/** From an empty installation to a key that is proven to work, one step at a time. */
export function FirstStart({ counts, recoveryKey }: Pick<Overview, 'counts'> & Pick<Installation, 'recoveryKey'>) {
  const may = useMay()
  const steps = stepsOf(counts, recoveryKey, may('recovery.confirm'))
  const next = steps.find(({ done }) => !done)
  return (
    <Card title="First steps" description="Until a key is stored and proven to work. It takes a few minutes." flush>
      <ol>
        {steps.map((step, index) => (
          <StepLine key={step.title} step={step} number={index + 1} isNext={step === next} />
        ))}
      </ol>
    </Card>
  )
}

/** Whether somebody has come as far as a tested key. */
export function isStarted({ keys, byStatus }: Overview['counts']): boolean {
  return keys > 0 && byStatus.untested < keys
}

function stepsOf(counts: Overview['counts'], recoveryKey: Installation['recoveryKey'], mayOperate: boolean): Step[] {
  const steps: Step[] = [
    {
      title: 'Make a project',
      detail: 'One for each application that uses keys. It comes with development, staging and production.',
      done: counts.projects > 0,
      link: { href: '/projects/new', label: 'Make a project' },
    },
    {
      title: 'Add a key',
      detail: 'Paste it: the provider is recognised from the value, and the value is stored encrypted.',
      done: counts.keys > 0,
      link: { href: '/keys/new', label: 'Add a key' },
    },
    {
      title: 'Test its pairing',
      detail: 'One real call in ten stages says whether the key works, or exactly why it does not.',
      done: isStarted(counts),
      link: { href: '/keys', label: 'Open keys' },
    },
  ]
  if (!mayOperate) return steps
  return [
    ...steps,
    {
      title: 'Save the recovery key',
      detail: 'On the machine that runs Claviger: npx claviger recovery-key. Keep what it prints somewhere else.',
      done: recoveryKey.confirmedAt !== null,
    },
  ]
}

function StepLine({ step, number, isNext }: { step: Step; number: number; isNext: boolean }) {
  return (
    <li className="flex items-start gap-3 border-b px-4 py-3 last:border-b-0">
      <span
        className={cn(
          'mt-px flex size-5 shrink-0 items-center justify-center rounded-full border font-medium text-2xs tabular-nums',
          step.done ? 'border-ok-line bg-ok-tint text-ok' : isNext ? 'border-ink bg-ink text-inverse' : 'text-muted',
        )}
      >
        {step.done ? <Check aria-label="Done" className="size-3" strokeWidth={3} /> : number}
      </span>
      <div className="min-w-0 flex-1 text-sm">
        <p className={cn('font-medium', step.done && 'text-muted')}>{step.title}</p>
        {!step.done && <p className="text-muted">{step.detail}</p>}
      </div>
      {isNext && step.link && (
        <Button asChild variant="primary" size="sm">
          <Link href={step.link.href}>{step.link.label}</Link>
        </Button>
      )}
    </li>
  )
}
