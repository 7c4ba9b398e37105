import { type PairingStage, STAGES, type StageName } from '#lib/pairing/schema'
import type { StageState } from './stage-words.ts'

export interface StageNow {
  name: StageName
  state: StageState
  result?: PairingStage
}

/** All ten stages in order: those that have ended, the one under way, and the rest. */
export function stagesNow(ended: PairingStage[], running: boolean): StageNow[] {
  const byName = new Map(ended.map((stage) => [stage.stage, stage]))
  const current = running ? STAGES.find((name) => !byName.has(name)) : undefined
  return STAGES.map((name) => {
    const result = byName.get(name)
    return { name, state: result?.status ?? (name === current ? 'running' : 'waiting'), result }
  })
}
