import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import type { Troubleshooting, TroubleshootingAction } from '#lib/troubleshooting/schema'
import { ActionBlock } from './action-block.tsx'
import { ActionLink } from './action-link.tsx'
import { ChooseAction } from './choose-action.tsx'
import { ConfirmAction } from './confirm-action.tsx'
import { RunAction } from './run-action.tsx'
import { RunTestAgain } from './run-test-again.tsx'
import { WriteAction } from './write-action.tsx'

const AllowedHosts = dynamic(() => import('./allowed-hosts.tsx').then((module) => module.AllowedHosts))
const ApplicationForm = dynamic(() => import('./application-form.tsx').then((module) => module.ApplicationForm))
const GiveLog = dynamic(() => import('./give-log.tsx').then((module) => module.GiveLog))
const GiveOwnAnswer = dynamic(() => import('./give-own-answer.tsx').then((module) => module.GiveOwnAnswer))
const ProveValue = dynamic(() => import('./prove-value.tsx').then((module) => module.ProveValue))
const RequestFiles = dynamic(() => import('./request-files.tsx').then((module) => module.RequestFiles))

export interface StepActionProps {
  action: TroubleshootingAction
  record: Troubleshooting
  mayEdit: boolean
  testing: boolean
  onTest: (value?: string) => void
}

/** What changes nothing is there for whoever sees the record. */
const TO_READ = new Set<TroubleshootingAction['kind']>(['open', 'run', 'allowlist', 'requests'])

/** What a person can do, in the form that its kind asks for. Who may only read sees what was asked and answered. */
export function StepAction(props: StepActionProps) {
  const { action, record, mayEdit } = props
  if (!mayEdit && !TO_READ.has(action.kind)) return <ReadAction action={action} />
  switch (action.kind) {
    case 'confirm':
      return <ConfirmAction record={record.id} action={action} />
    case 'choose':
      return <ChooseAction record={record.id} action={action} />
    case 'write':
      return <WriteAction record={record.id} action={action} />
    case 'application':
      return <ApplicationForm record={record} action={action} />
    case 'logs':
      return <GiveLog record={record.id} action={action} />
    case 'test':
      return <RunTestAgain key={record.pairing?.id} {...props} />
    case 'value_proof':
      return <ProveValue record={record} action={action} />
    case 'own_answer':
      return <GiveOwnAnswer record={record.id} action={action} />
    case 'requests':
      return <RequestFiles record={record.id} action={action} />
    case 'allowlist':
      return <AllowedHosts provider={record.provider} action={action} />
    case 'open':
      return (
        <ActionBlock action={action}>
          <ActionLink href={action.link} />
        </ActionBlock>
      )
    case 'run':
      return <RunAction action={action} isFolded={isOneOfMany(record, action)} />
  }
}

function isOneOfMany({ steps }: Troubleshooting, action: TroubleshootingAction): boolean {
  const step = steps.find(({ actions }) => actions.includes(action))
  return (step?.actions.filter(({ kind }) => kind === action.kind).length ?? 0) > 1
}

function ReadAction({ action }: { action: TroubleshootingAction }): ReactNode {
  const { options, answer } = action
  return (
    <ActionBlock action={action}>
      {answer && (
        <p className="whitespace-pre-wrap text-sm wrap-anywhere">
          {options?.find(({ value }) => value === answer.value)?.label ?? answer.value}
        </p>
      )}
    </ActionBlock>
  )
}
