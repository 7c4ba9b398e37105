import type { z } from 'zod'
import type { Context } from '#lib/context'
import { isAppError } from '#lib/errors'
import { deleteKey } from './delete-key.ts'
import type { DeleteKeysResult } from './schema.ts'

type Result = z.infer<typeof DeleteKeysResult>

/** Deletes each key on its own, with its own permission, event and outcome: one refusal keeps none of the others. */
export async function deleteKeys(ctx: Context, ids: string[]): Promise<Result> {
  const items: Result['items'] = []
  for (const id of new Set(ids)) items.push(await tryDelete(ctx, id))
  return { items }
}

async function tryDelete(ctx: Context, id: string): Promise<Result['items'][number]> {
  try {
    await deleteKey(ctx, id)
    return { id, outcome: 'deleted' }
  } catch (error) {
    if (!isAppError(error)) throw error
    return { id, outcome: 'refused', reason: error.message }
  }
}
