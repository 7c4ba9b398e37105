import type { Context } from '#lib/context'
import { newId } from '#lib/ids'

/** The Context of what the product does by itself, under the name that the audit log tells. */
export function bySystem(name: string): Context {
  return { actor: { type: 'system', id: 'system', name }, address: null, requestId: newId('req') }
}
