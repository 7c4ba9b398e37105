export type Turns = <T>(lane: string, work: () => Promise<T>) => Promise<T>

/**
 * Turns for work that shares a number of places, fair between lanes: a lane gets another place only while it holds less
 * than a third of what is free. So one lane alone may use a quarter of all places, and however many of them hang, some
 * stay free for the others. Within a lane, and between lanes that may go on, whoever came first is first.
 */
export function fairTurns(places: number): Turns {
  const held = new Map<string, number>()
  let free = places
  let waiting: { lane: string; begin: () => void }[] = []

  const mayBegin = (lane: string) => 3 * (held.get(lane) ?? 0) < free
  const hold = (lane: string, change: 1 | -1) => {
    free -= change
    const now = (held.get(lane) ?? 0) + change
    if (now > 0) held.set(lane, now)
    else held.delete(lane)
  }
  const beginNext = () => {
    waiting = waiting.filter(({ lane, begin }) => {
      if (!mayBegin(lane)) return true
      hold(lane, 1)
      begin()
      return false
    })
  }
  return async (lane, work) => {
    await new Promise<void>((begin) => {
      waiting.push({ lane, begin })
      beginNext()
    })
    try {
      return await work()
    } finally {
      hold(lane, -1)
      beginNext()
    }
  }
}
