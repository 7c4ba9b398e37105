import { authorizeKey } from '#lib/access/authorize-key'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { AppError, notFound } from '#lib/errors'

/** From now on a person makes the values of this key. `conflict` while a rotation of it is under way. */
export async function removeAutomation(ctx: Context, keyId: string): Promise<void> {
  const grant = await authorizeKey(ctx, 'automation.remove', keyId)
  if (!(await read(grant).automation.findUnique({ where: { keyId } }))) throw notFound()
  const open = await read(grant).rotation.findUnique({ where: { openKeyId: keyId } })
  if (open?.mode === 'automatic')
    throw new AppError(
      'conflict',
      'A rotation of this key is under way. Complete or cancel it first. Nothing was changed.',
    )
  await commit(grant, async (tx) => {
    const { api } = await tx.automation.delete({ where: { keyId } })
    await tx.key.update({ where: { id: keyId }, data: { isAutomated: false } })
    return { result: undefined, event: { before: { api } } }
  })
}
