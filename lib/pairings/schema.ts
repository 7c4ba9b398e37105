import { z } from 'zod'
import { Reference } from '#lib/keys/schema'
import { listOf } from '#lib/list/cursor'
import { PairingResult } from '#lib/pairing/schema'

export const TestKeyInput = z.strictObject({
  /** The current one unless said. */
  version: z.number().int().min(1).optional(),
})
export type TestKeyInput = z.infer<typeof TestKeyInput>

export const PairingList = listOf(PairingResult)

export const TestKeysInput = z.strictObject({
  ids: z.array(Reference).min(1).max(200, 'Choose up to 200 keys at once.'),
})
