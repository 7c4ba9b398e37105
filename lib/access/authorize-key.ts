import type { Context } from '#lib/context'
import { authorize, type Grant } from './authorize.ts'
import { findScope } from './find-scope.ts'
import type { Action } from './policy.ts'

/** `authorize` for something done to one key: where the key stands is looked up, and events name it. */
export async function authorizeKey<A extends Action>(ctx: Context, action: A, id: string): Promise<Grant<A>> {
  const found = await findScope.key(id)
  const place = { projectId: found?.projectId ?? undefined, environmentId: found?.environmentId ?? undefined }
  const name = found && 'name' in found ? found.name : id
  const about = found ? { keyName: name } : {}
  return authorize(ctx, action, {
    ...place,
    ...about,
    subject: { ...place, keyId: id, target: { type: 'key', id, name } },
  })
}
