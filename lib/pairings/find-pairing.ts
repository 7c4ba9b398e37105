import { authorize } from '#lib/access/authorize'
import { findScope } from '#lib/access/find-scope'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import { PairingResult } from '#lib/pairing/schema'

/** A kept result: of a key for whoever sees the key, of a value that was not stored for whoever tested it. */
export async function findPairing(ctx: Context, id: string): Promise<PairingResult> {
  const scope = await findScope.pairing(id)
  const subject = { target: { type: 'pairing', id, name: id } }
  const environmentId = scope?.environmentId ?? undefined
  const isOwn = scope !== null && !environmentId && 'memberId' in scope && scope.memberId === ctx.actor.id
  const grant = isOwn
    ? await authorize(ctx, 'pairing.find_own', { subject })
    : await authorize(ctx, 'pairing.find', { environmentId, projectId: scope?.projectId ?? undefined, subject })
  const row = await read(grant).pairing.findUnique({ where: { id }, select: { result: true } })
  if (!row) throw notFound()
  return PairingResult.parse(row.result)
}
