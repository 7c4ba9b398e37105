import type { Verdict } from '#lib/providers/verdict'
import { ACCOUNT_WORDINGS } from './account-wordings.ts'
import { KEY_WORDINGS } from './key-wordings.ts'

export interface Wording {
  verdict: Verdict
  /** Statuses on which these words are believed. */
  statuses: number[]
  codes: string[]
  text: RegExp
  /** What the words mean: a clause that follows "the answer says that …". */
  says: string
}

/**
 * Words that mean the same in every dialect, for answers that no provider's own rule explains. The first row that fits
 * decides, so that a blocked address or an empty account is never taken for a bad key.
 */
export const WORDINGS: readonly Wording[] = [...ACCOUNT_WORDINGS, ...KEY_WORDINGS]
