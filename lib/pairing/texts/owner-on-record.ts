import type { Facts } from './facts.ts'

/** Whom the provider itself names for this key, where it did. */
export function ownerOnRecord({ reading }: Facts): string {
  const owner = reading?.success?.observed.owner
  return owner ? ` At the provider the key belongs to ${owner}.` : ''
}
