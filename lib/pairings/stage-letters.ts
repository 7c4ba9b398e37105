import { type PairingResult, STAGES } from '#lib/pairing/schema'

/** One letter a stage, in their order; a stage that was never reached was skipped. */
export function stageLetters({ stages }: Pick<PairingResult, 'stages'>): string {
  const statusOf = new Map(stages.map(({ stage, status }) => [stage, status]))
  return STAGES.map((stage) => (statusOf.get(stage) ?? 'skipped').charAt(0)).join('')
}
