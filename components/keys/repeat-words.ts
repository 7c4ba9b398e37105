import { formatCount } from '#lib/format/format-count'
import type { TimelineEntry } from '#lib/key-history/schema'
import { VERDICT_WORDS } from '@/components/pairing/verdict-words'

/** "12 scheduled tests passed", or what they found, each as the one before it. */
export function repeatWords({ count, verdict }: Extract<TimelineEntry, { kind: 'repeats' }>): string {
  const tests = formatCount(count, 'scheduled test')
  return verdict === 'paired' ? `${tests} passed` : `${tests} found the same: ${VERDICT_WORDS[verdict].words}`
}
