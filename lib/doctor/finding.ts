/** What one check found. `warn` asks for attention and does not fail; `fail` means that Claviger cannot work, or is not safe. */
export interface Finding {
  status: 'ok' | 'warn' | 'fail'
  /** What was looked at, in a word or two. */
  check: string
  sentence: string
}

export const ok = (check: string, sentence: string): Finding => ({ status: 'ok', check, sentence })
export const warn = (check: string, sentence: string): Finding => ({ status: 'warn', check, sentence })
export const fail = (check: string, sentence: string): Finding => ({ status: 'fail', check, sentence })
