import { describe, expect, it } from 'vitest'
import { takeTurn } from '#lib/pairings/take-turn'

describe('turns', () => {
  it('let 32 run at once and the rest in the order in which they came, also past one that throws', async () => {
    const started: number[] = []
    const finish: (() => void)[] = []
    const work = (index: number) => () => {
      started.push(index)
      return new Promise<void>((resolve, reject) =>
        finish.push(index === 0 ? () => reject(new Error('failed')) : resolve),
      )
    }
    const all = Promise.allSettled(Array.from({ length: 40 }, (_, index) => takeTurn(work(index))))
    await tick()
    expect(started).toHaveLength(32)
    finish[0]?.()
    await tick()
    expect(started).toHaveLength(33)
    while (finish.length < 40 || started.length < 40) {
      for (const each of finish) each()
      await tick()
    }
    for (const each of finish) each()
    const outcomes = await all
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', ...Array(39).fill('fulfilled')])
    expect(started).toEqual(Array.from({ length: 40 }, (_, index) => index))
  })
})

const tick = () => new Promise((resolve) => setImmediate(resolve))
