import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyApis } from '#lib/key-apis/catalog'
import { findKey } from '#lib/keys/find-key'
import { revealKey } from '#lib/keys/reveal-key'
import { completeRotation } from '#lib/rotations/complete-rotation'
import { findRotation } from '#lib/rotations/find-rotation'
import { automatedWorld, carryOn, rotate } from './automated-world.ts'

let setting: Awaited<ReturnType<typeof automatedWorld>>

beforeAll(async () => {
  setting = await automatedWorld()
})
afterAll(() => setting.close())

describe.each(keyApis.map(({ id, ...api }) => ({ id, canTell: api.identify !== undefined })))(
  'the key API of $id',
  ({ id, canTell }) => {
    it('makes the next value, proves it, and ends the old one, twice', async () => {
      const { manager, world } = setting
      const { keyId, account, first } = await setting.automate(id)
      const begun = await rotate(manager, keyId, { overlapHours: 0 })
      expect(begun).toMatchObject({ mode: 'automatic', state: 'planned', fromVersion: 1, test: null })
      await carryOn(world, begun.id)
      let rotation = await findRotation(manager.ctx, begun.id)
      if (!canTell) {
        expect(rotation, rotation.problem ?? '').toMatchObject({ state: 'draining', needsPerson: true })
        expect(rotation.problem).toMatch(/Revoke it there, then prove it dead/)
        const byHand = account.ledger.live().find(({ value }) => value === first)
        account.ledger.end(byHand?.id ?? '')
        rotation = { ...(await completeRotation(manager.ctx, begun.id)), drain: [] }
      }
      expect(rotation, rotation.problem ?? '').toMatchObject({
        state: 'completed',
        toVersion: 2,
        test: { verdict: 'paired' },
      })
      const { value } = await revealKey(manager.ctx, keyId, {})
      expect(account.ledger.live().map((key) => key.value)).toEqual([value])

      const again = await rotate(manager, keyId, { overlapHours: 0 })
      await carryOn(world, again.id)
      const second = await findRotation(manager.ctx, again.id)
      expect(second, second.problem ?? '').toMatchObject({ state: 'completed', fromVersion: 2, toVersion: 3 })
      expect(account.ledger.live()).toHaveLength(1)
      expect(account.ledger.live()[0]?.value).not.toBe(value)
      expect(await findKey(manager.ctx, keyId)).toMatchObject({
        version: 3,
        status: 'paired',
        rotation: { mode: 'automatic' },
      })
    })
  },
)
