import { expect, it } from 'vitest'
import { proveRotations } from './rotations.ts'

/** A sample; `npm run prove -- rotation` does all of it. */
it('a server killed after a key was made, and before it heard of it, leaves no key behind and none without a value', async () => {
  const points = [{ name: 'after mint', at: { operation: 'mint' as const, side: 'after' as const } }]
  const [proven] = await proveRotations({ seed: 1, keys: 4, hits: 4, points })
  expect(proven?.wrong).toEqual([])
  expect(proven?.hits).toBeGreaterThanOrEqual(4)
})

it('the proof itself finds a key at the provider that nobody explains, and a value that does not work', async () => {
  const [proven] = await proveRotations({
    seed: 2,
    keys: 1,
    hits: 0,
    points: [{ name: 'nothing' }],
    sabotage: ({ ledger }) => {
      for (const { id } of ledger.live()) ledger.end(id)
      ledger.mint('nobody knows', { kind: 'serviceAccount' })
    },
  })
  expect(proven?.wrong).toEqual(['KEY_0 has no working value', '1 live keys that nobody explains: nobody knows'])
})
