import type { Grant } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { newId } from '#lib/ids'
import type { Findings } from './findings.ts'
import { foundColumns } from './found-columns.ts'
import type { Troubleshooting } from './schema.ts'
import { toTroubleshooting, troubleshootingInclude } from './troubleshooting-row.ts'

interface Place {
  keyId: string
  projectId: string
  environmentId: string
}

/** Keeps what was found at the beginning. Without a place it is its maker's alone. */
export async function keepTroubleshooting(grant: Grant, findings: Findings, place?: Place): Promise<Troubleshooting> {
  const { actor } = grant.ctx
  const { provider, startedAt } = findings
  const maker = { memberId: actor.type === 'member' ? actor.id : null, madeByName: actor.name }
  return commit(grant, async (tx) => {
    const row = await tx.troubleshooting.create({
      data: { id: newId('tro'), ...place, ...maker, startedAt, ...foundColumns(findings) },
      include: troubleshootingInclude,
    })
    return { result: toTroubleshooting(row, findings), event: { after: { provider, verdict: row.verdict } } }
  })
}
