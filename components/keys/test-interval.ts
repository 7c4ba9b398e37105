import { TEST_INTERVALS, type TestInterval } from '#lib/keys/schema'
import type { SelectOption } from '@/components/ui/select'

/** In a form: the key has no choice of its own. */
export const AS_ENVIRONMENT = 'environment'

const WORDS: Record<TestInterval, string> = {
  0: 'Never',
  1: 'Every hour',
  6: 'Every 6 hours',
  24: 'Daily',
  168: 'Weekly',
}

/** "Daily". Whatever else the server may know one day is told in hours. */
export function testIntervalWords(hours: number): string {
  const known = TEST_INTERVALS.find((interval) => interval === hours)
  return known === undefined ? `Every ${hours} hours` : WORDS[known]
}

export const TEST_OPTIONS: SelectOption[] = TEST_INTERVALS.map((hours) => ({
  value: String(hours),
  label: WORDS[hours],
}))
export const KEY_TEST_OPTIONS: SelectOption[] = [
  { value: AS_ENVIRONMENT, label: 'As its environment' },
  ...TEST_OPTIONS,
]

/** What was chosen in a form; undefined where that is no interval. */
export function toTestInterval(value: string): TestInterval | undefined {
  return TEST_INTERVALS.find((interval) => String(interval) === value)
}
