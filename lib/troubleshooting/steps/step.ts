import type { PairingStage, StageName } from '#lib/pairing/schema'
import type { Findings } from '../findings.ts'
import type { Conclusion, StepName, TroubleshootingAction, TroubleshootingStep } from '../schema.ts'

export type Status = TroubleshootingStep['status']
export type BuildStep = (findings: Findings, conclusion: Conclusion) => TroubleshootingStep

interface Machine {
  step: StepName
  status: Status
  summary: string
  evidence?: TroubleshootingStep['evidence']
  actions?: TroubleshootingAction[]
  at: string | null
}

/** A step that the machine did. */
export function byMachine({ evidence = {}, actions = [], ...step }: Machine): TroubleshootingStep {
  return { ...step, doneBy: 'machine', evidence, actions }
}

/** A step that waits for a person, or was done by one. */
export function byPerson({ evidence = {}, actions = [], ...step }: Machine): TroubleshootingStep {
  return { ...step, doneBy: 'person', evidence, actions }
}

/** What a person is asked, with the answer that was given. */
export function ask({ answers }: Findings, action: TroubleshootingAction): TroubleshootingAction {
  const answer = answers[action.id]
  return answer ? { ...action, answer } : action
}

/** Value of an answer, or undefined while there is none. */
export function answerTo({ answers }: Findings, id: string): string | undefined {
  return answers[id]?.value
}

export function stagesOf({ pairing }: Findings, names: readonly StageName[]): PairingStage[] {
  return pairing?.stages.filter(({ stage }) => names.includes(stage)) ?? []
}

const WORST: Status[] = ['failed', 'warned', 'passed', 'skipped']

/** The worst of several stages. */
export function worst(stages: readonly PairingStage[]): Status {
  return WORST.find((status) => stages.some((stage) => stage.status === status)) ?? 'skipped'
}

/** The stages' own evidence, by stage. */
export function evidenceOf(stages: readonly PairingStage[]): TroubleshootingStep['evidence'] {
  return Object.fromEntries(
    stages.map(({ stage, status, summary, durationMs, evidence }) => [
      stage,
      { status, summary, durationMs, ...evidence },
    ]),
  )
}
