import type { Grant } from '#lib/access/authorize'
import { commit, type Work } from '#lib/access/commit'
import { notFound } from '#lib/errors'
import { newId } from '#lib/ids'
import { Findings } from './findings.ts'
import { foundColumns } from './found-columns.ts'
import type { Troubleshooting } from './schema.ts'
import { toTroubleshooting, troubleshootingInclude } from './troubleshooting-row.ts'

type Change = (findings: Findings) => Findings

/**
 * Adds to what a record knows and draws the conclusion anew. The row is locked meanwhile, so of two who add at once
 * neither loses what they gave.
 */
export async function changeFindings(
  grant: Grant,
  id: string,
  change: Change,
  event: Work<void>['event'],
): Promise<Troubleshooting> {
  return commit(grant, async (tx) => {
    await tx.$queryRaw`SELECT id FROM troubleshootings WHERE id = ${id} FOR UPDATE`
    const found = await tx.troubleshooting.findUnique({ where: { id }, select: { findings: true } })
    if (!found) throw notFound()
    const findings = change(Findings.parse(found.findings))
    const row = await tx.troubleshooting.update({
      where: { id },
      data: foundColumns(findings),
      include: troubleshootingInclude,
    })
    return { result: toTroubleshooting(row), event }
  })
}

/** The head of whatever somebody adds. */
export function added({ ctx }: Grant, prefix: string) {
  const { id, name } = ctx.actor
  return { id: newId(prefix), at: new Date().toISOString(), by: { id, name } }
}
