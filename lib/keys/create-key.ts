import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { findEnvironmentScope } from '#lib/access/find-scope'
import { requireLiveProject } from '#lib/access/require-live-project'
import type { Context } from '#lib/context'
import { newId } from '#lib/ids'
import { requireWithinMaxAge } from '#lib/rotation-policies/require-within-max-age'
import { findKey } from './find-key.ts'
import { findOwner } from './find-owner.ts'
import { refuseValueAsName } from './refuse-value-as-name.ts'
import { requireProvider } from './require-provider.ts'
import type { CreateKeyInput, Key } from './schema.ts'
import { sealVersion } from './seal-version.ts'

/** Stores a value under a new name. `conflict` where the environment has a key of that name. */
export async function createKey(ctx: Context, input: CreateKeyInput): Promise<Key> {
  refuseValueAsName(input.name)
  const { projectId, environmentId } = await findEnvironmentScope(input.project, input.environment)
  const grant = await authorize(ctx, 'key.create', {
    projectId,
    environmentId,
    subject: { target: { type: 'key', id: 'new', name: input.name } },
  })
  await requireProvider(grant, input.provider, input.baseUrl)
  await requireWithinMaxAge(grant, { projectId, environmentId }, input.rotateEveryDays)
  const owner = await findOwner(grant, input.ownerEmail)
  const id = newId('key')
  const version = sealVersion({
    projectId,
    environmentId,
    keyId: id,
    number: 1,
    value: input.value,
    providerId: input.provider,
  })
  await commit(
    grant,
    async (tx) => {
      await tx.key.create({
        data: {
          id,
          projectId,
          environmentId,
          name: input.name,
          provider: input.provider,
          baseUrl: input.baseUrl ?? null,
          ownerId: owner?.id ?? null,
          expiresAt: input.expiresAt ? new Date(input.expiresAt) : null,
          rotateEveryDays: input.rotateEveryDays ?? null,
          testEveryHours: input.testEveryHours ?? null,
          permissionsDeclared: input.permissions ?? [],
          tags: input.tags ?? [],
          notes: input.notes ?? '',
          purpose: input.purpose ?? 'application',
          masked: version.masked,
          fingerprint: version.fingerprint,
          versions: { create: { ...version, state: 'current', createdById: ctx.actor.id } },
          state: { create: {} },
        },
      })
      await requireLiveProject(tx, projectId)
      const event = {
        target: { type: 'key', id, name: input.name },
        projectId,
        environmentId,
        keyId: id,
        after: { provider: input.provider, version: 1, fingerprint: version.fingerprint },
      }
      return { result: undefined, event }
    },
    `There is already a key named ${input.name} in this environment. Nothing was stored; choose another name, or replace the value of that key.`,
  )
  return findKey(ctx, id)
}
