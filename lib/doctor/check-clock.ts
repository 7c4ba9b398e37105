import type { Client } from 'pg'
import { type Finding, fail, ok, warn } from './finding.ts'

const NAME = 'Clock'
const WARN_MS = 2_000
/** Sessions and tokens end by the one clock and are made by the other. */
const FAIL_MS = 60_000

/** This machine's clock against the database's, which differ where they are two machines. */
export async function checkClock(client: Client): Promise<Finding> {
  const before = Date.now()
  const { rows } = await client.query<{ ms: string }>('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS ms')
  const middle = (before + Date.now()) / 2
  return judgeClock(Number(rows[0]?.ms) - middle)
}

export function judgeClock(aheadMs: number): Finding {
  const apart = Math.abs(aheadMs)
  const sentence = `The database's clock is ${Math.round(apart / 1000)} s ${aheadMs > 0 ? 'ahead of' : 'behind'} this machine's.`
  if (apart >= FAIL_MS) return fail(NAME, `${sentence} Sessions would end at the wrong time: synchronise both.`)
  if (apart >= WARN_MS) return warn(NAME, `${sentence} Synchronise both.`)
  return ok(NAME, "This machine's clock and the database's agree.")
}
