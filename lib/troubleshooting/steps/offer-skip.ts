import type { Findings } from '../findings.ts'
import type { TroubleshootingStep } from '../schema.ts'
import { ask } from './step.ts'

/** A step that waits for somebody can be passed over, and taken up again; what comes in meanwhile counts all the same. */
export function offerSkip(findings: Findings, step: TroubleshootingStep): TroubleshootingStep {
  if (step.status !== 'waiting') return step
  const skip = ask(findings, {
    id: `${step.step}.skip`,
    kind: 'confirm',
    title: 'Skip this step',
    detail: 'It then waits for nobody. It can be taken up again at any time.',
  })
  const actions = [...step.actions, skip]
  if (!skip.answer) return { ...step, actions }
  const { at, by } = skip.answer
  return { ...step, status: 'skipped', doneBy: 'person', summary: `Passed over by ${by.name}.`, actions, at }
}
