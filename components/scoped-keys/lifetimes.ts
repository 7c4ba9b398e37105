import type { SelectOption } from '@/components/ui/select'

const LIFETIMES = [1, 7, 30, 90, 365]

/** The lives to choose from, in days, up to what is allowed; with the one that is chosen, should it be another. */
export function lifetimes(most: number, chosen?: number): SelectOption[] {
  const days = new Set([...LIFETIMES.filter((each) => each <= most), ...(chosen ? [chosen] : [])])
  return [...days].sort((a, b) => a - b).map((each) => ({ value: String(each), label: words(each) }))
}

function words(days: number): string {
  if (days === 1) return 'One day'
  return days === 365 ? 'One year' : `${days} days`
}
