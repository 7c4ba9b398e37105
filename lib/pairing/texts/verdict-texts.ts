import type { Verdict } from '#lib/providers/verdict'
import { accountTexts } from './account-texts.ts'
import { applicationTexts } from './application-texts.ts'
import type { VerdictText } from './facts.ts'
import { keyTexts } from './key-texts.ts'
import { networkTexts } from './network-texts.ts'

/** Every verdict in words: headline, near twin, steps, whom to ask and what for. A verdict without words does not compile. */
export const verdictTexts: Record<Verdict, VerdictText> = {
  ...keyTexts,
  ...accountTexts,
  ...applicationTexts,
  ...networkTexts,
}
