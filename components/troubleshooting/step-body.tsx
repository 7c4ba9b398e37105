import dynamic from 'next/dynamic'
import type { Troubleshooting, TroubleshootingAction, TroubleshootingStep } from '#lib/troubleshooting/schema'
import { EvidenceList } from '@/components/pairing/evidence-list'
import { PairingStages } from '@/components/pairing/pairing-stages'
import { MessageText } from './message-text.tsx'
import { SkipAction } from './skip-action.tsx'
import { StepAction } from './step-action.tsx'
import { STEP_WORDS } from './step-words.ts'

const LogRecords = dynamic(() => import('./log-records.tsx').then((module) => module.LogRecords))
const OwnAnswers = dynamic(() => import('./own-answers.tsx').then((module) => module.OwnAnswers))

interface StepBodyProps {
  step: TroubleshootingStep
  record: Troubleshooting
  mayEdit: boolean
  testing: boolean
  onTest: (value?: string) => void
}

/** What a step found, then what a person can do in it. */
export function StepBody({ step, record, mayEdit, testing, onTest }: StepBodyProps) {
  const skip = step.actions.find(isSkip)
  const actions = step.actions.filter((action) => !isSkip(action))
  return (
    <div className="flex flex-col gap-5">
      <p className="text-faint text-xs">{STEP_WORDS[step.step].asks}</p>
      <Findings step={step} record={record} />
      {actions.map((action) => (
        <StepAction
          key={action.id}
          action={action}
          record={record}
          mayEdit={mayEdit}
          testing={testing}
          onTest={onTest}
        />
      ))}
      {skip && mayEdit && <SkipAction record={record.id} action={skip} />}
    </div>
  )
}

const isSkip = ({ id }: TroubleshootingAction) => id.endsWith('.skip')

/** A log, an answer and a message are shown as what they are; the rest as names and values. */
function Findings({ step, record }: Pick<StepBodyProps, 'step' | 'record'>) {
  if (step.step === 'logs') return record.logs.length > 0 ? <LogRecords logs={record.logs} /> : null
  if (step.step === 'support')
    return record.conclusion.contact.message ? <MessageText message={record.conclusion.contact.message} /> : null
  if (step.step === 'direct_test')
    return (
      <>
        {record.pairing && <PairingStages key={record.pairing.id} stages={record.pairing.stages} />}
        {record.ownAnswers.length > 0 && <OwnAnswers answers={record.ownAnswers} pairing={record.pairing} />}
      </>
    )
  if (Object.keys(step.evidence).length === 0) return null
  return (
    <details className="group rounded-md border">
      <summary className="select-none px-3 py-2 font-medium text-sm hover:bg-hover">Evidence</summary>
      <div className="border-t p-3">
        <EvidenceList evidence={step.evidence} />
      </div>
    </details>
  )
}
