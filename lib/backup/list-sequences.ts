import { type Client, escapeIdentifier, escapeLiteral } from 'pg'
import type { z } from 'zod'
import type { backupSequences } from './schema.ts'

type Sequence = z.infer<typeof backupSequences>[number]

export async function listSequences(client: Client): Promise<Sequence[]> {
  const { rows: names } = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace ORDER BY 1",
  )
  const sequences: Sequence[] = []
  for (const { name } of names) {
    const { rows } = await client.query<Omit<Sequence, 'name'>>(
      `SELECT last_value::text AS "lastValue", is_called AS "isCalled" FROM public.${escapeIdentifier(name)}`,
    )
    if (rows[0]) sequences.push({ name, ...rows[0] })
  }
  return sequences
}

export async function setSequence(client: Client, { name, lastValue, isCalled }: Sequence): Promise<void> {
  const sequence = escapeLiteral(`public.${escapeIdentifier(name)}`)
  await client.query(`SELECT setval(${sequence}, $1::bigint, $2)`, [lastValue, isCalled])
}
