import type { Grant } from '#lib/access/authorize'
import { commit, type Work } from '#lib/access/commit'
import { read } from '#lib/access/read'
import { resolveProvider } from '#lib/custom-providers/resolve-provider'
import { notFound } from '#lib/errors'
import { newId } from '#lib/ids'
import { type Findings, KeptFindings } from './findings.ts'
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
  // Asked before, so that the transaction waits for nothing but its row.
  const of = await findProviderOf(grant, id)
  return commit(grant, async (tx) => {
    await tx.$queryRaw`SELECT id FROM troubleshootings WHERE id = ${id} FOR UPDATE`
    const found = await tx.troubleshooting.findUnique({ where: { id }, select: { findings: true } })
    if (!found) throw notFound()
    const findings = change({ ...KeptFindings.parse(found.findings), of })
    const row = await tx.troubleshooting.update({
      where: { id },
      data: foundColumns(findings),
      include: troubleshootingInclude,
    })
    return { result: toTroubleshooting(row, findings), event }
  })
}

async function findProviderOf(grant: Grant, id: string) {
  const row = await read(grant).troubleshooting.findUnique({ where: { id }, select: { provider: true } })
  if (!row) throw notFound()
  return resolveProvider(grant, row.provider)
}

/** The head of whatever somebody adds. */
export function added({ ctx }: Grant, prefix: string) {
  const { id, name } = ctx.actor
  return { id: newId(prefix), at: new Date().toISOString(), by: { id, name } }
}
