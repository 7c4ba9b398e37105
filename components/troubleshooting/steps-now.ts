import type { PairingStage, StageName } from '#lib/pairing/schema'
import type { StepName } from '#lib/troubleshooting/schema'
import { stagesNow } from '@/components/pairing/stage-state'
import { STEP_ORDER, type StepState } from './step-words.ts'

/** The stages of the one test that each step of the machine waits for. */
const STAGES_OF: Partial<Record<StepName, StageName[]>> = {
  key: ['key'],
  network: ['dns', 'tcp', 'proxy', 'tls', 'http'],
  service_status: ['status'],
  direct_test: ['auth', 'permissions', 'limits'],
}
const WORST = ['failed', 'warned', 'passed'] as const

/** How far each step is while the test runs. Those that a person does come after it. */
export function stepsNow(ended: PairingStage[]): Record<StepName, StepState> {
  const stages = new Map(stagesNow(ended, true).map(({ name, state }) => [name, state]))
  const stateOf = (step: StepName): StepState => {
    if (step === 'basics') return ended.length > 0 ? 'passed' : 'running'
    const states = (STAGES_OF[step] ?? []).map((name) => stages.get(name))
    if (states.length === 0 || states.every((state) => state === 'waiting')) return 'next'
    if (states.includes('running') || states.includes('waiting')) return 'running'
    return WORST.find((state) => states.includes(state)) ?? 'skipped'
  }
  return Object.fromEntries(STEP_ORDER.map((step) => [step, stateOf(step)])) as Record<StepName, StepState>
}
