import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { RULES } from './rules.ts'
import { WARNING_KINDS, type WarningRule } from './schema.ts'

/** Every rule as it stands: as it comes, or as an admin wants it. */
export async function readRules(grant: Grant): Promise<WarningRule[]> {
  const rows = await read(grant).warningRule.findMany()
  return WARNING_KINDS.map((kind) => {
    const row = rows.find((each) => each.kind === kind)
    const { says, days, counts } = RULES[kind]
    return { kind, says, counts, isOn: row?.isOn ?? true, days: row && row.days.length > 0 ? row.days : [...days] }
  })
}
