import { setImmediate as nextTurn } from 'node:timers/promises'

const STARTS_A_TURN = 4
let started = 0

/** Lets few handshakes start in one turn of the event loop: a burst of tests must not hold up everybody else's requests. */
export async function takeTurn(): Promise<void> {
  while (started >= STARTS_A_TURN) await nextTurn()
  if (started++ === 0)
    setImmediate(() => {
      started = 0
    })
}
