/** One line of the results. A ratio decides; what is absolute is a goal, told with machine and spread. */
export interface Figure {
  name: string
  value: number
  /** `wrong` counts verdicts that are not the right one. */
  unit: 'ms' | 'MiB' | 'KiB' | 's' | '/s' | '×' | 'wrong'
  /** At most this much; absent for what is only told. */
  goal?: number
  /** At least this much, where more is better. */
  least?: number
  spread?: [low: number, high: number]
  /** What the value is out of, in words. */
  note?: string
}

export interface Bench {
  name: string
  run(): Promise<Figure[]>
}

/** Milliseconds of each call, one after the other, after a warm-up. */
export async function timeEach(
  work: () => Promise<unknown>,
  times: number,
  warmUp = Math.ceil(times / 10),
): Promise<number[]> {
  for (let index = 0; index < warmUp; index++) await work()
  const durations: number[] = []
  for (let index = 0; index < times; index++) {
    const started = performance.now()
    await work()
    durations.push(performance.now() - started)
  }
  return durations
}

/** Two works in turn, so that a machine whose speed drifts slows both alike. */
export async function timePair(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
  times: number,
): Promise<[number[], number[]]> {
  const both: [number[], number[]] = [[], []]
  const rounds = 10
  for (let round = 0; round < rounds; round++) {
    both[0].push(...(await timeEach(one, times / rounds, round === 0 ? 20 : 1)))
    both[1].push(...(await timeEach(other, times / rounds, round === 0 ? 20 : 1)))
  }
  return both
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** The median, with the middle nine tenths beside it. */
export function durationFigure(name: string, durations: readonly number[], goal?: number): Figure {
  return {
    name,
    value: median(durations),
    unit: 'ms',
    spread: [percentile(durations, 0.05), percentile(durations, 0.95)],
    ...(goal === undefined ? {} : { goal }),
  }
}

export function ratioFigure(name: string, one: readonly number[], baseline: readonly number[], goal: number): Figure {
  return { name, value: median(one) / median(baseline), unit: '×', goal }
}
