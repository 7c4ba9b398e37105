import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import { keepAnOwner } from './keep-an-owner.ts'

/** Deletes a member with their sessions, tokens and grants; the audit log keeps what they did. */
export async function deleteMember(ctx: Context, id: string): Promise<void> {
  const target = { type: 'member', id, name: id }
  const grant = await authorize(ctx, 'member.delete', { subject: { target } })
  const row = await read(grant).member.findUnique({ where: { id }, select: { name: true, email: true, role: true } })
  if (!row) throw notFound()
  const subject = { target: { ...target, name: row.name } }
  if (row.role === 'owner') await authorize(ctx, 'owner.appoint', { subject })
  await commit(grant, (tx) =>
    keepAnOwner(tx, async () => {
      await tx.member.delete({ where: { id, role: row.role } })
      return { result: undefined, event: { ...subject, before: { email: row.email, role: row.role } } }
    }),
  )
}
