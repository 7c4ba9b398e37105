import type { EventName } from './events.ts'

/** One kind of background work: what runs, when, and how often at once. */
export interface Queue<Data extends object = object> {
  name: string
  /** Runs by itself this often: once in each such span, however many replicas there are. */
  everySeconds?: number
  /** Runs for each of these events, with what it says. */
  on?: EventName
  /** In one process. */
  atOnce: number
  /** In all processes together, of one group. */
  atOnceAGroup?: number
  /** How soon a process finds what another one sent. */
  lookEverySeconds: number
  /** A run that takes longer counts as lost. */
  withinSeconds: number
  /** A process that is gone is noticed after this long; without it, `withinSeconds` after the run began. */
  heartbeatSeconds?: number
  /** How often a run that failed or was lost is tried again. */
  retries: number
  /** The signal says that the process stops or that the run counts as lost: come to an end. */
  run(data: Data, signal: AbortSignal): Promise<void>
}
