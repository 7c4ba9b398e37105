import { authorize } from '#lib/access/authorize'
import { bySystem } from '#lib/access/by-system'
import { findDueKeys } from '#lib/access/find-due-keys'
import { isAppError } from '#lib/errors'
import { startRotation } from './start-rotation.ts'

/**
 * Begins the rotation of every automated key that is due, once: one that ended otherwise than completed is not begun again
 * before a day has passed, and a machine that slept over several dates makes up for one.
 */
export async function startDueRotations(): Promise<void> {
  const ctx = bySystem('Rotation policy')
  const grant = await authorize(ctx, 'rotation.advance')
  for (const id of await findDueKeys(grant)) {
    try {
      await startRotation(ctx, id, { reason: 'It is due by its policy.' })
    } catch (error) {
      // Somebody began one at the same moment, or the key is gone.
      if (!isAppError(error)) throw error
    }
  }
}
