import type { Grant } from '#lib/access/authorize'
import { authorizeKey } from '#lib/access/authorize-key'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import { requireWithinMaxAge } from '#lib/rotation-policies/require-within-max-age'
import { findKey } from './find-key.ts'
import { findOwner } from './find-owner.ts'
import { forgetPairing } from './forget-pairing.ts'
import { refuseValueAsName } from './refuse-value-as-name.ts'
import { requireProvider } from './require-provider.ts'
import type { EditKeyInput, Key } from './schema.ts'

/** Changes what is known about a key. Another provider or address makes the last pairing test say nothing any more. */
export async function editKey(ctx: Context, id: string, input: EditKeyInput): Promise<Key> {
  const grant = await authorizeKey(ctx, 'key.edit', id)
  refuseValueAsName(input.name)
  const key = await read(grant).key.findFirst({ where: { id, deletedAt: null } })
  if (!key) throw notFound()
  const data = await changesOf(grant, input)
  const changed = (Object.keys(data) as (keyof typeof data)[]).filter((field) => !isSame(key[field], data[field]))
  if (changed.length === 0) return findKey(ctx, id)
  const { projectId, environmentId } = key
  if (changed.includes('rotateEveryDays'))
    await requireWithinMaxAge(grant, { keyId: id, environmentId, projectId }, input.rotateEveryDays)
  const moves = changed.includes('provider') || changed.includes('baseUrl')
  if (moves)
    await requireProvider(grant, data.provider ?? key.provider, data.baseUrl === undefined ? key.baseUrl : data.baseUrl)
  await commit(
    grant,
    async (tx) => {
      await tx.key.update({ where: { id, deletedAt: null }, data })
      if (moves) await forgetPairing(tx, [id])
      return { result: undefined, event: { before: told(key, changed), after: told(data, changed) } }
    },
    `There is already a key named ${input.name} in this environment. Nothing was changed; choose another name.`,
  )
  return findKey(ctx, id)
}

async function changesOf(grant: Grant, input: EditKeyInput) {
  const { ownerEmail, permissions, expiresAt, ...plain } = input
  return {
    ...plain,
    ...(permissions === undefined ? {} : { permissionsDeclared: permissions }),
    ...(expiresAt === undefined ? {} : { expiresAt: expiresAt === null ? null : new Date(expiresAt) }),
    ...(ownerEmail === undefined ? {} : { ownerId: (await findOwner(grant, ownerEmail))?.id ?? null }),
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** For the audit log. Notes are free text, in which people leave what they should not: only that they changed is told. */
function told(fields: Record<string, unknown>, names: string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, name === 'notes' ? '(text)' : fields[name]]))
}
