import type { Context } from '#lib/context'
import { invalid } from '#lib/errors'
import { readLog } from '#lib/log-reading/read-log'
import { authorizeTroubleshooting } from './authorize-troubleshooting.ts'
import { added, changeFindings } from './change-findings.ts'
import { maskFor } from './mask-for.ts'
import type { Troubleshooting } from './schema.ts'

/** The latest logs of a record; older ones make room. */
const MOST_LOGS = 10
/** The likeliest causes; the rest of a log full of faults adds nothing. */
const MOST_GROUPS = 30

/** Reads a log while it streams in, and keeps what in it proves something, masked; its text is not kept. */
export async function addLog(ctx: Context, id: string, chunks: AsyncIterable<Uint8Array>): Promise<Troubleshooting> {
  const grant = await authorizeTroubleshooting(ctx, 'troubleshooting.edit', id)
  const mask = await maskFor(grant, id)
  const reading = await readLog(chunks, { knownSecrets: mask.known })
  if (reading.bytes === 0) throw invalid('body', 'The log is empty.')
  const groups = reading.groups.slice(0, MOST_GROUPS)
  const log = { ...added(grant, 'log'), reading: { ...reading, groups } }
  const after = {
    log: { bytes: reading.bytes, lines: reading.lines, causes: groups.map(({ cause }) => cause) },
  }
  return changeFindings(grant, id, (known) => ({ ...known, logs: [...known.logs, log].slice(-MOST_LOGS) }), { after })
}
