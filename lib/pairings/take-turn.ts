import { fairTurns, type Turns } from './fair-turns.ts'

/** Tests that may run at once in this process. */
const MOST_AT_ONCE = 32

/** One set of turns for pages and process, which are bundled apart. */
const KEY = Symbol.for('claviger.pairing-turns')
const holder = globalThis as { [KEY]?: Turns }

/** Waits for a turn, then works. `lane` is what may hang: a provider that does holds its share, and nobody else waits for it. */
export function takeTurn<T>(lane: string, work: () => Promise<T>): Promise<T> {
  holder[KEY] ??= fairTurns(MOST_AT_ONCE)
  return holder[KEY](lane, work)
}
