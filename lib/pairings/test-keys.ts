import type { Context } from '#lib/context'
import { isAppError } from '#lib/errors'
import type { PairingResult } from '#lib/pairing/schema'
import { prepareKeyTest } from './prepare-key-test.ts'

/** Tests of one batch that run at once: a quarter of all places, so that one batch leaves room for others. */
const AT_ONCE = 8

interface Listener {
  result(keyId: string, result: PairingResult): void
  refused(keyId: string, reason: string): void
}

/** Tests each key on its own, with its own permission and event, and tells each outcome as it comes. */
export async function testKeys(ctx: Context, ids: string[], listener: Listener): Promise<void> {
  const waiting = [...new Set(ids)]
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) await testOne(ctx, id, listener)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

async function testOne(ctx: Context, id: string, listener: Listener): Promise<void> {
  try {
    const run = await prepareKeyTest(ctx, id, { trigger: 'bulk' })
    listener.result(id, await run())
  } catch (error) {
    listener.refused(id, isAppError(error) ? error.message : 'Something went wrong on our side. Test this key again.')
  }
}
