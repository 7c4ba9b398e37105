import type { Batch } from '#lib/pairings/schema'

/** How many keys have an outcome. */
export function testedIn({ counts }: Pick<Batch, 'counts'>): number {
  return counts.done + counts.refused
}

/** "9 paired, 3 not." Limited ones count as paired: they work for what was asked. Empty while the test goes on. */
export function batchWords(batch: Pick<Batch, 'counts' | 'state'>): string {
  const { paired, cancelled } = batch.counts
  if (batch.state === 'running') return ''
  const rest = testedIn(batch) - paired
  const told = rest === 0 ? `All ${paired} paired.` : `${paired} paired, ${rest} not.`
  if (cancelled === 0) return told
  const left = `${cancelled} not tested.`
  return testedIn(batch) === 0 ? left : `${told} ${left}`
}
