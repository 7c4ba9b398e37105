import { runtime } from '#lib/server/runtime'
import type { Grant } from './authorize.ts'

const MOST_AT_A_TIME = 50

/** Automated keys that are due by the database's clock and that nothing is done about, the longest due first. */
export async function findDueKeys(_grant: Grant): Promise<string[]> {
  const rows = await runtime().db.$queryRawUnsafe<{ id: string }[]>(DUE_KEYS, MOST_AT_A_TIME)
  return rows.map(({ id }) => id)
}

export const DUE_KEYS = `
  SELECT k.id FROM keys k
    JOIN projects p ON p.id = k.project_id
    LEFT JOIN rotation_policies own ON own.key_id = k.id
    LEFT JOIN rotation_policies env ON env.environment_id = k.environment_id
    LEFT JOIN rotation_policies pro ON pro.project_id = k.project_id
  WHERE k.rotation_due_at <= now() AND k.is_automated AND p.deleted_at IS NULL
    AND coalesce(own.by_itself, env.by_itself, pro.by_itself, true)
    AND NOT EXISTS (SELECT FROM rotations r WHERE r.key_id = k.id
      AND (r.open_key_id IS NOT NULL OR (r.mode = 'automatic' AND NOT r.rehearse AND r.created_at > now() - interval '1 day')))
  ORDER BY k.rotation_due_at, k.id LIMIT $1`
