import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import { openInvitations } from './describe-invitation.ts'

/** Takes an invitation back: its link stops working. */
export async function revokeInvitation(ctx: Context, id: string): Promise<void> {
  const grant = await authorize(ctx, 'invitation.revoke', { subject: { target: { type: 'invitation', id, name: id } } })
  const where = { id, ...openInvitations() }
  const row = await read(grant).invitation.findFirst({ where, select: { email: true } })
  if (!row) throw notFound()
  await commit(
    grant,
    async (tx) => {
      await tx.invitation.delete({ where })
      return { result: undefined, event: { target: { type: 'invitation', id, name: row.email ?? id } } }
    },
    'This invitation was accepted or taken back at this moment.',
  )
}
