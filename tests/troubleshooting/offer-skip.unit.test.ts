import { describe, expect, it } from 'vitest'
import { concludeFrom } from '#lib/troubleshooting/conclusion/conclude-from'
import type { Findings } from '#lib/troubleshooting/findings'
import type { StepName } from '#lib/troubleshooting/schema'
import { buildSteps } from '#lib/troubleshooting/steps/build-steps'
import { answersOf, findingsOf, logOf } from './findings-of.ts'

describe('a step that is passed over', () => {
  it('waits for nobody, and can be taken up again', () => {
    expect(stepOf('logs', findingsOf())).toMatchObject({ status: 'waiting', at: null })
    const skipped = stepOf('logs', findingsOf({ answers: answersOf({ 'logs.skip': 'yes' }) }))
    expect(skipped).toMatchObject({ status: 'skipped', doneBy: 'person', summary: 'Passed over by Ada.' })
    expect(skipped?.actions.find(({ id }) => id === 'logs.skip')?.answer?.value).toBe('yes')
  })

  it('counts all the same once something comes in', () => {
    const answers = answersOf({ 'logs.skip': 'yes' })
    const step = stepOf('logs', findingsOf({ answers, logs: logOf({ cause: 'tls_intercepted' }) }))
    expect(step?.status).toBe('failed')
    expect(step?.actions.some(({ id }) => id === 'logs.skip')).toBe(false)
  })

  it('is offered only where somebody is waited for', () => {
    const offered = buildSteps(findingsOf(), concludeFrom(findingsOf())).filter(({ actions, step }) =>
      actions.some(({ id }) => id === `${step}.skip`),
    )
    expect(offered.map(({ status }) => status)).toEqual(offered.map(() => 'waiting'))
    expect(offered.length).toBeGreaterThan(0)
  })
})

function stepOf(name: StepName, findings: Findings) {
  return buildSteps(findings, concludeFrom(findings)).find(({ step }) => step === name)
}
