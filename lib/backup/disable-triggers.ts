import { type Client, escapeIdentifier } from 'pg'

interface Trigger {
  table: string
  name: string
  state: 'O' | 'R' | 'A'
}

const ENABLE = { O: 'ENABLE', R: 'ENABLE REPLICA', A: 'ENABLE ALWAYS' } as const

/**
 * Silences the triggers of the tables (those that keep the audit log append-only, say) within the transaction, and
 * returns what wakes them again. Foreign keys stay checked.
 */
export async function disableTriggers(client: Client): Promise<() => Promise<void>> {
  const { rows: triggers } = await client.query<Trigger>(`
    SELECT c.relname AS "table", t.tgname AS name, t.tgenabled AS state FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal AND t.tgenabled <> 'D'`)
  const alter = ({ table, name }: Trigger, verb: string) =>
    client.query(`ALTER TABLE public.${escapeIdentifier(table)} ${verb} TRIGGER ${escapeIdentifier(name)}`)
  for (const trigger of triggers) await alter(trigger, 'DISABLE')
  return async () => {
    for (const trigger of triggers) await alter(trigger, ENABLE[trigger.state])
  }
}
