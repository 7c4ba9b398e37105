import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { invalid } from '#lib/errors'

/** The member who answers for a key, by email; null where none is named. */
export async function findOwner(grant: Grant, email: string | null | undefined): Promise<{ id: string } | null> {
  if (!email) return null
  const owner = await read(grant).member.findFirst({
    where: { email: email.normalize('NFKC').toLowerCase(), disabledAt: null },
    select: { id: true },
  })
  if (!owner) throw invalid('ownerEmail', 'No member has this address. Invite them first, or leave the owner open.')
  return owner
}
