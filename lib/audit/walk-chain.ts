import type { PrismaClient } from '#lib/db/generated/client'
import type { ChainKey } from './record.ts'

/** What one pass over the whole chain found. Up to 20 bad rows and gaps are named by sequence; all are counted. */
export interface ChainState {
  events: number
  firstSeq: number | null
  lastSeq: number | null
  badCount: number
  bad: number[]
  gapCount: number
  gaps: number[]
  /** Whether the kept end of the chain is the last event: a tail that was cut off shows here. */
  headMatches: boolean
}

interface Row {
  row_count: bigint
  first_seq: bigint | null
  last_seq: bigint | null
  bad_count: bigint
  bad_seqs: bigint[]
  gap_count: bigint
  gap_seqs: bigint[]
  head_matches: boolean | null
}

/** Recomputes every code inside the database, tens of thousands of events a second. */
export async function walkChain(db: Pick<PrismaClient, '$queryRaw'>, key: ChainKey): Promise<ChainState> {
  const [row] = await db.$queryRaw<
    Row[]
  >`SELECT * FROM verify_audit_chain(${new Uint8Array(key.inner)}, ${new Uint8Array(key.outer)})`
  if (!row) throw new Error('verify_audit_chain answered nothing')
  return {
    events: Number(row.row_count),
    firstSeq: row.first_seq === null ? null : Number(row.first_seq),
    lastSeq: row.last_seq === null ? null : Number(row.last_seq),
    badCount: Number(row.bad_count),
    bad: row.bad_seqs.map(Number),
    gapCount: Number(row.gap_count),
    gaps: row.gap_seqs.map(Number),
    headMatches: row.head_matches ?? false,
  }
}
