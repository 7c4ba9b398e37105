import { readClusterRecord } from '#lib/db/cluster-record'
import { makeDataFolder, postmasterPid, removeDataFolder } from '../support/data-folder.ts'
import { type Bench, durationFigure, type Figure } from './measure.ts'
import { startProduct, treePss } from './product.ts'

const STARTS = 3
const IDLE_MS = 10_000

/** PostgreSQL stands apart from the process that started it, so that it outlives a kill. */
function databasePid(folder: string): number {
  const cluster = readClusterRecord(folder)?.cluster
  return (cluster && postmasterPid(cluster)) || 0
}

/** A second start, from the command to the address, and what the whole product then holds in memory while nothing happens. */
export const start: Bench = {
  name: 'start',
  async run() {
    const folder = makeDataFolder()
    try {
      await (await startProduct(folder)).stop()
      const times: number[] = []
      let memory: Figure | undefined
      for (let round = 0; round < STARTS; round++) {
        const product = await startProduct(folder)
        times.push(product.readyAfterMs)
        if (round === STARTS - 1) {
          await new Promise((resolve) => setTimeout(resolve, IDLE_MS))
          memory = {
            name: 'idle memory, all processes (PSS)',
            value: treePss([product.pid, databasePid(folder)]) / 2 ** 20,
            unit: 'MiB',
            goal: 450,
          }
        }
        await product.stop()
      }
      return [durationFigure('second start, command to ready', times, 6000), ...(memory ? [memory] : [])]
    } finally {
      removeDataFolder(folder)
    }
  },
}
