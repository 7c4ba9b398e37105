import type { Client } from 'pg'
import type { BackupTable } from './schema.ts'

/**
 * Every table of the schema `public` but the migrations' own, referenced ones before those that refer to them. Generated
 * columns are left out: the database computes them again.
 */
export async function listTables(client: Client): Promise<BackupTable[]> {
  const { rows: tables } = await client.query<BackupTable>(`
    SELECT c.relname AS name,
           (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
             WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
      FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
     ORDER BY c.relname`)
  const { rows: references } = await client.query<{ from: string; to: string }>(`
    SELECT a.relname AS "from", b.relname AS "to" FROM pg_constraint k
      JOIN pg_class a ON a.oid = k.conrelid JOIN pg_class b ON b.oid = k.confrelid
     WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace`)
  return inOrder(tables, references)
}

function inOrder(tables: BackupTable[], references: { from: string; to: string }[]): BackupTable[] {
  const ordered = new Set<BackupTable>()
  const visiting = new Set<string>()
  const visit = (table: BackupTable) => {
    if (ordered.has(table) || visiting.has(table.name)) return
    visiting.add(table.name)
    for (const { from, to } of references) {
      const referenced = from === table.name && tables.find(({ name }) => name === to)
      if (referenced) visit(referenced)
    }
    ordered.add(table)
  }
  tables.forEach(visit)
  return [...ordered]
}
