import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import { authorizeTroubleshooting } from './authorize-troubleshooting.ts'
import { readFindings } from './read-findings.ts'
import type { Troubleshooting } from './schema.ts'
import { toTroubleshooting, troubleshootingInclude } from './troubleshooting-row.ts'

/** One record, whole: its link leads everybody there who sees the key. */
export async function findTroubleshooting(ctx: Context, id: string): Promise<Troubleshooting> {
  const grant = await authorizeTroubleshooting(ctx, 'troubleshooting.find', id)
  const row = await read(grant).troubleshooting.findUnique({ where: { id }, include: troubleshootingInclude })
  if (!row) throw notFound()
  return toTroubleshooting(row, await readFindings(grant, row.findings))
}
