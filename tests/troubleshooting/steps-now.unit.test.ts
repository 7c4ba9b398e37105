import { describe, expect, it } from 'vitest'
import { STAGES } from '#lib/pairing/schema'
import { STEPS } from '#lib/troubleshooting/schema'
import { STEP_ORDER } from '../../components/troubleshooting/step-words.ts'
import { stepsNow } from '../../components/troubleshooting/steps-now.ts'

const stage = (name: (typeof STAGES)[number], status: 'passed' | 'failed' | 'skipped' = 'passed') => ({
  stage: name,
  status,
  durationMs: 1,
  summary: '',
  evidence: {},
})

describe('the steps while a test runs', () => {
  it('stand in the order of the record', () => {
    expect(STEP_ORDER).toEqual([...STEPS])
  })

  it('light up one after another as their stages end', () => {
    expect(stepsNow([])).toMatchObject({ basics: 'running', key: 'running', network: 'next', logs: 'next' })
    const connected = ['key', 'dns', 'tcp'] as const
    expect(stepsNow(connected.map((name) => stage(name)))).toMatchObject({
      basics: 'passed',
      key: 'passed',
      network: 'running',
      direct_test: 'next',
    })
  })

  it('show the worst of their stages', () => {
    const ended = STAGES.map((name) => stage(name, name === 'tls' ? 'failed' : 'skipped'))
    expect(stepsNow(ended)).toMatchObject({ network: 'failed', direct_test: 'skipped', support: 'next' })
  })
})
