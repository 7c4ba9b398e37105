import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { AppError } from '#lib/errors'
import { newId } from '#lib/ids'
import { mintBearer } from '#lib/vault/bearer'
import { describeToken } from './describe-token.ts'
import type { CreateTokenInput, NewToken } from './schema.ts'

const DAY_MS = 86_400_000

/** A personal access token for the member who asks, or, asked by an operator, for the member given. Never shown again. */
export async function createToken(ctx: Context, input: CreateTokenInput, forMemberId?: string): Promise<NewToken> {
  const subject = { target: { type: 'token', id: 'new', name: input.name } }
  const grant = await authorize(ctx, 'token.create', { subject })
  const memberId = ctx.actor.type === 'member' ? ctx.actor.id : forMemberId
  if (!memberId) throw new AppError('invalid', 'A token belongs to a member: say to whom.')
  const id = newId('tok')
  const { secret, hash, tail } = mintBearer('pat')
  const expiresAt = new Date(Date.now() + input.expiresInDays * DAY_MS)
  const row = await commit(grant, async (tx) => {
    const result = await tx.token.create({ data: { id, memberId, name: input.name, hash, tail, expiresAt } })
    const event = {
      target: { type: 'token', id, name: input.name },
      after: { memberId, expiresAt: expiresAt.toISOString() },
    }
    return { result, event }
  })
  return { ...describeToken(row), token: secret }
}
