import type { Confidence, Verdict } from '#lib/providers/verdict'
import type { LogSource } from '../schema.ts'

/**
 * Words that one program writes when one thing has gone wrong, with enough around them that other lines do not hold
 * them by chance. A named group `host` is the other side.
 */
export interface Sign {
  when: RegExp
  cause: Verdict
  confidence: Confidence
  /** What the words mean, as a sentence. */
  says: string
  /** Who writes so, where nothing else in the record says it. */
  source: LogSource
}

/** Where Node and its like name a code: `connect ECODE`, `code: 'ECODE'`, `"code":"ECODE"`, `causeCode=ECODE`, `Error [ECODE]`. */
export function coded(codes: string): RegExp {
  return new RegExp(
    `\\b(?:(?:connect|getaddrinfo|query\\w{1,6}) (?:${codes})(?: (?<host>[\\w.-]{1,255}(?::\\d{1,5})?))?|(?:read|write) (?:${codes}))\\b|[cC]ode["']?[=:]\\s?["']?(?:${codes})\\b|Error \\[(?:${codes})\\]`,
  )
}
