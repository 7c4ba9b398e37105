import type { PairingStage, StageName } from '#lib/pairing/schema'
import { STAGE_ORDER, type StageState } from './stage-words.ts'

export interface StageNow {
  name: StageName
  state: StageState
  result?: PairingStage
}

/** All ten stages in order: those that have ended, the one under way, and the rest. */
export function stagesNow(ended: PairingStage[], running: boolean): StageNow[] {
  const byName = new Map(ended.map((stage) => [stage.stage, stage]))
  const current = running ? STAGE_ORDER.find((name) => !byName.has(name)) : undefined
  return STAGE_ORDER.map((name) => {
    const result = byName.get(name)
    return { name, state: result?.status ?? (name === current ? 'running' : 'waiting'), result }
  })
}
