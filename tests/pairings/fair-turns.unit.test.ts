import { describe, expect, it } from 'vitest'
import { fairTurns } from '#lib/pairings/fair-turns'

const tick = () => new Promise((resolve) => setImmediate(resolve))

/** Turns whose work ends when it is told to. */
function controlled(places: number) {
  const turns = fairTurns(places)
  const started: string[] = []
  const ends = new Map<string, () => void>()
  const begin = (lane: string, name: string, fails = false) =>
    turns(lane, () => {
      started.push(name)
      return new Promise<void>((resolve, reject) => ends.set(name, fails ? () => reject(new Error('failed')) : resolve))
    })
  const end = async (name: string) => {
    ends.get(name)?.()
    await tick()
  }
  return { begin, end, started }
}

describe('turns', () => {
  it('give a lane that is alone a quarter of all places, and go on in order, also past one that throws', async () => {
    const { begin, end, started } = controlled(32)
    const all = Promise.allSettled(Array.from({ length: 20 }, (_, index) => begin('one', `${index}`, index === 0)))
    await tick()
    expect(started).toHaveLength(8)
    for (let index = 0; index < 20; index++) await end(`${index}`)
    const outcomes = await all
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', ...Array(19).fill('fulfilled')])
    expect(started).toEqual(Array.from({ length: 20 }, (_, index) => `${index}`))
  })

  it('let nobody wait for a lane that hangs, however much of it waits before them', async () => {
    const { begin, started } = controlled(32)
    for (let index = 0; index < 200; index++) void begin('hung', `hung ${index}`)
    for (let index = 0; index < 5; index++) void begin(`lane ${index}`, `lane ${index}`)
    await tick()
    expect(started.filter((name) => name.startsWith('lane'))).toHaveLength(5)
    expect(started.filter((name) => name.startsWith('hung')).length).toBeLessThanOrEqual(8)
  })

  it('leave a place to others even while eight lanes hang at once', async () => {
    const { begin, started } = controlled(32)
    for (let lane = 0; lane < 8; lane++)
      for (let index = 0; index < 50; index++) void begin(`hung ${lane}`, `hung ${lane}`)
    void begin('well', 'well')
    await tick()
    expect(started).toContain('well')
  })

  it('let as many run as there are places, and no more, when there are many lanes', async () => {
    const { begin, started } = controlled(4)
    for (let lane = 0; lane < 20; lane++) void begin(`lane ${lane}`, `lane ${lane}`)
    await tick()
    expect(started).toHaveLength(4)
  })
})
