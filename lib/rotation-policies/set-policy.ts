import type { Grant } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { invalid } from '#lib/errors'
import { newId } from '#lib/ids'
import { authorizePolicy } from './authorize-policy.ts'
import { effectivePolicy } from './effective-policy.ts'
import { describePolicy } from './find-policy.ts'
import { readPolicies } from './read-policies.ts'
import type { PolicyScope, RotationPolicy, SetPolicyInput } from './schema.ts'

/**
 * Says when keys are rotated here, and who is told. The database counts anew when each key of the scope is due, in the
 * same transaction. `invalid` for an owner or backup who is no member, and for a span that a wider policy does not allow.
 */
export async function setPolicy(
  ctx: Context,
  scope: PolicyScope,
  id: string,
  input: SetPolicyInput,
): Promise<RotationPolicy> {
  const asked = await authorizePolicy(ctx, 'rotation_policy.set', scope, id)
  const { grant, where, place } = asked
  if (input.rotateAt && scope !== 'key') throw invalid('rotateAt', 'Only a key is rotated once on a day of its own.')
  const around = { projectId: place.projectId, ...(scope === 'key' ? { environmentId: place.environmentId } : {}) }
  const { maxAgeDays } = effectivePolicy(scope === 'project' ? [] : await readPolicies(grant, around))
  for (const [path, days] of [
    ['everyDays', input.everyDays],
    ['maxAgeDays', input.maxAgeDays],
  ] as const)
    if (days && maxAgeDays !== null && days > maxAgeDays)
      throw invalid(path, `The wider policy lets no key be older than ${maxAgeDays} days.`)
  if (input.everyDays && input.maxAgeDays && input.everyDays > input.maxAgeDays)
    throw invalid('everyDays', 'Keys would be rotated less often than they may be old.')
  const ownerId = await findMember(grant, 'ownerEmail', input.ownerEmail)
  const backupId = await findMember(grant, 'backupEmail', input.backupEmail)
  const { everyDays, rotateAt, ownerEmail: _, backupEmail: __, ...rest } = input
  const data = {
    ...rest,
    ...(rotateAt === undefined ? {} : { rotateAt: rotateAt && new Date(rotateAt) }),
    ...(ownerId === undefined ? {} : { ownerId }),
    ...(backupId === undefined ? {} : { backupId }),
    // A key has a column of its own for it, which its list and its form know.
    ...(everyDays === undefined || scope === 'key' ? {} : { everyDays }),
  }
  await commit(grant, async (tx) => {
    if (scope === 'key' && everyDays !== undefined)
      await tx.key.update({ where: { id, deletedAt: null }, data: { rotateEveryDays: everyDays } })
    await tx.rotationPolicy.upsert({ where, create: { id: newId('pol'), ...where, ...data }, update: data })
    return { result: undefined, event: { after: { scope, ...input } } }
  })
  const after = await authorizePolicy(ctx, 'rotation_policy.find', scope, id)
  return describePolicy(after, scope, id)
}

async function findMember(grant: Grant, path: string, email: string | null | undefined) {
  if (email === undefined || email === null) return email
  const member = await read(grant).member.findFirst({ where: { email: email.toLowerCase(), disabledAt: null } })
  if (!member) throw invalid(path, 'There is no member of this address.')
  return member.id
}
