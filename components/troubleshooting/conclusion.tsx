import type { Troubleshooting } from '#lib/troubleshooting/schema'
import { PairingSteps } from '@/components/pairing/pairing-steps'
import { CONFIDENCE_WORDS } from '@/components/pairing/verdict-words'
import { Chip } from '@/components/ui/chip'
import { cn } from '@/components/ui/cn'
import { toneIcon, toneLine, toneText, toneTint } from '@/components/ui/tone'
import { CauseBadge } from './cause-badge.tsx'
import { causeWords } from './cause-words.ts'
import { ConclusionBecause } from './conclusion-because.tsx'
import { ConclusionContact } from './conclusion-contact.tsx'
import { ConclusionMissing } from './conclusion-missing.tsx'
import type { OpenStep } from './open-step.ts'
import { STEP_WORDS } from './step-words.ts'

interface ConclusionProps {
  conclusion: Troubleshooting['conclusion']
  onOpenStep: OpenStep
}

/** The one answer that all steps add up to: what it is, why, what to do, whom to ask, and what is not known yet. */
export function Conclusion({ conclusion, onOpenStep }: ConclusionProps) {
  const { because, steps, contact, missing } = conclusion
  // Where nothing is known to be wrong, what there is to do and what is missing are the same list.
  const isOnlyMissing = steps.every(({ detail }) => missing.some(({ what }) => what === detail))
  return (
    <section aria-label="Conclusion" className="@container flex flex-col gap-4">
      <Headline conclusion={conclusion} />
      <div className="grid items-start gap-4 @min-[860px]:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          {!isOnlyMissing && <PairingSteps steps={steps} />}
          {missing.length > 0 && <ConclusionMissing missing={missing} onOpenStep={onOpenStep} />}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {because.length > 0 && <ConclusionBecause because={because} />}
          {contact.message && <ConclusionContact contact={contact} />}
        </div>
      </div>
    </section>
  )
}

function Headline({ conclusion: { verdict, headline, confidence, fromStep } }: Pick<ConclusionProps, 'conclusion'>) {
  const { tone } = causeWords(verdict)
  const Icon = toneIcon[tone]
  const { word, means } = CONFIDENCE_WORDS[confidence]
  return (
    <header
      key={verdict}
      className={cn('flex animate-settle items-start gap-x-4 rounded-lg border p-4', toneTint[tone], toneLine[tone])}
    >
      <Icon aria-hidden className={cn('mt-0.5 size-5 shrink-0', toneText[tone])} />
      <div className="min-w-0 flex-1">
        <h2 aria-live="polite" className="font-semibold text-lg leading-6">
          {headline}
        </h2>
        <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1.5">
          <CauseBadge cause={verdict} className="bg-surface" />
          <Chip className="bg-surface">
            <span title={means}>{word}</span>
          </Chip>
          <span className="text-muted text-xs">{means}</span>
        </p>
        {fromStep && (
          <p className="mt-2 text-muted text-xs">
            Decided by the step “{STEP_WORDS[fromStep].label}”, with the others.
          </p>
        )}
      </div>
    </header>
  )
}
