import type { Trouble } from '#lib/automations/ask-key-api'
import { accessOf, type KeyApiAccess } from '#lib/automations/key-api-access'
import { openMaker } from '#lib/automations/open-maker'
import type { Step, Turn } from './turn.ts'

/** Seconds until the next try: little at first, then a quarter of an hour. */
const BACKOFF_SECONDS = [2, 5, 15, 60, 180, 600, 900]

export function backoff(tries: number): number {
  return BACKOFF_SECONDS[Math.min(tries, BACKOFF_SECONDS.length - 1)] ?? 900
}

/** The key API of the rotation's key, with its credential opened: what for stands in the audit log before it is. */
export async function reach({ grant, rotation, key, automation }: Turn, what: string): Promise<KeyApiAccess | Step> {
  if (!automation)
    return { ask: 'Nothing makes keys for this key any more. Set its automation anew, then let it go on.' }
  const maker = await openMaker(grant, automation.makerKeyId, { rotation: rotation.id, to: what })
  const access = accessOf({ ...automation, key }, maker)
  return access ?? { ask: 'This release does not know the key API of this key any more. Set its automation anew.' }
}

/** What trouble comes to where the call may be made again: it is waited for, or a person is asked. */
export function retry({ trouble, message, retryAfterSeconds }: Trouble, { rotation }: Turn): Step {
  if (trouble === 'refused') return { ask: `${message} Replace the credential that makes keys, then let it go on.` }
  if (trouble === 'rejected') return { ask: `${message} Correct the automation of this key, then let it go on.` }
  return { waitSeconds: retryAfterSeconds ?? backoff(rotation.tries), problem: message }
}
