import { observe } from '#lib/access/observe'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { resolveProvider } from '#lib/custom-providers/resolve-provider'
import { AppError, invalid, notFound } from '#lib/errors'
import { openVersions } from '#lib/keys/open-versions'
import { variableOf } from '#lib/pairing/pairing-input'
import { authorizeTroubleshooting } from '#lib/troubleshooting/authorize-troubleshooting'
import { changeFindings } from '#lib/troubleshooting/change-findings'
import type { Troubleshooting } from '#lib/troubleshooting/schema'
import { compareVersions } from './compare-versions.ts'
import { readProof } from './read-proof.ts'

interface Given {
  id: string
  proofId: string
  proof: string
}

const MOST_PROOFS = 20

/**
 * Says which stored version the application holds. The salt is spent before anything is opened, so of two who answer at
 * once one gets the comparison; the use of the versions is committed before they are opened.
 */
export async function compareValue(ctx: Context, { id, proofId, proof }: Given): Promise<Troubleshooting> {
  const grant = await authorizeTroubleshooting(ctx, 'troubleshooting.prove', id)
  const given = readProof(proof)
  if (!given) throw invalid('proof', 'Paste what the command printed: one code of 64 letters and digits.')
  const db = read(grant)
  const offer = await db.valueProof.findFirst({
    where: { id: proofId, troubleshootingId: id },
    select: { salt: true, troubleshooting: { select: { key: true } } },
  })
  const key = offer?.troubleshooting.key
  if (!offer || !key || key.deletedAt) throw notFound()
  await spend(proofId)
  const versions = await openVersions(grant, key.id, 'to compare them with the application’s value')
  const provider = await resolveProvider(grant, key.provider)
  const variable = provider ? variableOf({ name: key.name, provider }) : key.name
  const compared = compareVersions(versions, given, { salt: offer.salt, variable, current: key.version })
  const { actor } = ctx
  const entry = { ...compared, id: proofId, at: new Date().toISOString(), by: { id: actor.id, name: actor.name } }
  const after = { proof: proofId, outcome: compared.outcome, version: compared.version }
  const add = <T>(known: readonly T[], one: T) => [...known, one].slice(-MOST_PROOFS)
  return changeFindings(grant, id, (known) => ({ ...known, valueProofs: add(known.valueProofs, entry) }), { after })
}

async function spend(id: string): Promise<void> {
  const now = new Date()
  const { count } = await observe((db) =>
    db.valueProof.updateMany({ where: { id, usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now } }),
  )
  if (count === 0)
    throw new AppError(
      'conflict',
      'This salt was used already, or is older than ten minutes. Nothing was opened; ask for a new one.',
    )
}
