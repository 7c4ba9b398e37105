import { readLog } from '#lib/log-reading/read-log'
import type { Bench } from './measure.ts'
import { mixedLog } from './mixed-log.ts'

const BYTES = 50 * 1024 * 1024
const MIB = 2 ** 20

/** 50 MiB of a day's log: how long reading takes, and how much memory it needs beyond what the process had before. */
export const logs: Bench = {
  name: 'logs',
  async run() {
    await readLog(mixedLog(MIB))
    globalThis.gc?.()
    const before = process.memoryUsage.rss()
    let peak = before
    async function* watched() {
      for await (const chunk of mixedLog(BYTES)) {
        peak = Math.max(peak, process.memoryUsage.rss())
        yield chunk
      }
    }
    const making = process.cpuUsage()
    for await (const _ of mixedLog(BYTES));
    const madeIn = secondsOf(process.cpuUsage(making))
    const started = performance.now()
    const usage = process.cpuUsage()
    const reading = await readLog(watched())
    const readIn = secondsOf(process.cpuUsage(usage)) - madeIn
    const seconds = (performance.now() - started) / 1000
    if (reading.groups.length < 10) throw new Error('too few causes were found: this is not the log that was meant')
    return [
      { name: `${reading.lines} lines, ${reading.groups.length} groups, on the clock`, value: seconds, unit: 's' },
      { name: 'processor time of reading them', value: readIn, unit: 's', goal: 10 },
      { name: 'more memory at the peak', value: (peak - before) / MIB, unit: 'MiB', goal: 200 },
    ]
  },
}

function secondsOf({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1e6
}
