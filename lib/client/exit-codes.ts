/** How a command of the client ends; the same for every command, and said by `claviger --help`. */
export const EXIT = {
  ok: 0,
  /** It was asked, and the answer is no: a test that failed, a name that is taken. */
  failed: 1,
  usage: 2,
  /** No token, or one that may not do this. */
  refused: 3,
  unreachable: 4,
  /** `scan` found something. */
  found: 5,
} as const

export const EXIT_CODES =
  'They exit with 0 done, 1 not done or failed, 2 not understood, 3 refused,\n4 not reachable, 5 found by scan.'
