/** Tests that may run at once in this process; the rest wait in the order in which they came. */
const MOST_AT_ONCE = 32

interface Turns {
  running: number
  waiting: (() => void)[]
}

/** One queue for pages and process, which are bundled apart. */
const KEY = Symbol.for('claviger.pairing-turns')
const holder = globalThis as { [KEY]?: Turns }

export async function takeTurn<T>(work: () => Promise<T>): Promise<T> {
  holder[KEY] ??= { running: 0, waiting: [] }
  const turns = holder[KEY]
  if (turns.running >= MOST_AT_ONCE) await new Promise<void>((resolve) => turns.waiting.push(resolve))
  else turns.running++
  try {
    return await work()
  } finally {
    // The place goes straight to the next in line, so nobody can slip in between.
    const next = turns.waiting.shift()
    if (next) next()
    else turns.running--
  }
}
