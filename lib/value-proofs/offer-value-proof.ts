import { randomBytes } from 'node:crypto'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { resolveProvider } from '#lib/custom-providers/resolve-provider'
import { AppError, notFound } from '#lib/errors'
import { newId } from '#lib/ids'
import { variableOf } from '#lib/pairing/pairing-input'
import { authorizeTroubleshooting } from '#lib/troubleshooting/authorize-troubleshooting'
import type { ValueProofOffer } from './schema.ts'

const LIVES_MS = 10 * 60_000
const SALT_BYTES = 32

/** A salt for one comparison of values, and what to run where the application is. */
export async function offerValueProof(ctx: Context, troubleshootingId: string): Promise<ValueProofOffer> {
  const grant = await authorizeTroubleshooting(ctx, 'troubleshooting.prove', troubleshootingId)
  const row = await read(grant).troubleshooting.findUnique({
    where: { id: troubleshootingId },
    select: { key: { select: { name: true, provider: true, deletedAt: true } } },
  })
  if (!row) throw notFound()
  if (!row.key || row.key.deletedAt)
    throw new AppError(
      'conflict',
      'Only the value of a stored key can be compared, and this record is of none. Nothing was changed.',
    )
  const provider = await resolveProvider(grant, row.key.provider)
  const variable = provider ? variableOf({ name: row.key.name, provider }) : row.key.name
  const id = newId('prf')
  const salt = randomBytes(SALT_BYTES).toString('hex')
  const expiresAt = new Date(Date.now() + LIVES_MS)
  await commit(grant, async (tx) => {
    await tx.valueProof.create({ data: { id, troubleshootingId, salt, expiresAt } })
    return { result: undefined, event: { after: { proof: id, expiresAt: expiresAt.toISOString() } } }
  })
  return {
    id,
    salt,
    expiresAt: expiresAt.toISOString(),
    command: `npx claviger prove-value ${variable} --salt ${salt}`,
    // printf is part of the shell, so the value stands in no list of processes.
    oneLiner: `printf %s "$${variable}" | openssl dgst -sha256 -hmac ${salt}`,
  }
}
