import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Action, policy, type Rule, SCOPED_ACTIONS } from '#lib/access/policy'
import { refuse } from '#lib/access/refuse'
import { ENVIRONMENT_ROLES, INSTALLATION_ROLES } from '#lib/access/roles'
import type { MemberActor, ScopedKeyActor } from '#lib/context'

const ENVIRONMENTS = ['env_development', 'env_staging', 'env_production']
const NAMES = ['OPENAI_API_KEY', 'OPENAI_KEY_2', 'STRIPE_KEY', 'A', 'A*B', '', 'OPENAI']
const PATTERNS = ['*', 'OPENAI_*', '*_KEY', 'O*A*Y', 'STRIPE_KEY', 'A*B', '**', 'NOTHING']

const role = fc.constantFrom(...ENVIRONMENT_ROLES, 'denied' as const)
const maker = fc.record({
  role: fc.constantFrom(...INSTALLATION_ROLES),
  grants: fc
    .array(fc.tuple(fc.constantFrom(...ENVIRONMENTS), role), { maxLength: 3 })
    .map((entries): MemberActor['grants'] => new Map(entries)),
})
const scope = fc.record({
  environmentId: fc.constantFrom(...ENVIRONMENTS),
  keyNames: fc.subarray(PATTERNS),
  actions: fc.subarray(Object.keys(SCOPED_ACTIONS) as ScopedKeyActor['actions'][number][]),
})
const ask = fc.record({
  // What scoped keys may be given comes up as often as all the rest.
  action: fc.oneof(
    fc.constantFrom(...(Object.keys(policy) as Action[])),
    fc.constantFrom<Action>('value.fetch', 'key.test'),
  ),
  environmentId: fc.option(fc.constantFrom(...ENVIRONMENTS), { nil: undefined }),
  environmentIds: fc.option(fc.subarray(ENVIRONMENTS), { nil: undefined, freq: 5 }),
  keyName: fc.option(fc.constantFrom(...NAMES), { nil: undefined }),
})

describe('a scoped key', () => {
  it('can do nothing that its maker could not, nor what it was not given: 10,000 makers, scopes and askings', () => {
    let allowed = 0
    fc.assert(
      fc.property(maker, scope, ask, (makes, given, { action, ...asked }) => {
        const place = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
        const person: MemberActor = {
          ...makes,
          type: 'member',
          id: 'mem_1',
          name: 'Somebody',
          email: 'somebody@example.com',
          via: { type: 'session', id: 'ses_1' },
        }
        const program: ScopedKeyActor = {
          ...given,
          type: 'scoped_key',
          id: 'sck_1',
          name: 'p',
          maker: person,
          projectId: 'prj_1',
        }
        const rule: Rule = policy[action]
        // What every scoped key may: ask what it is, and ask for references, which are opened as a fetch.
        if (rule.on === 'installation' && rule.scopedKeys) return
        if (refuse(program, action, place)) return
        allowed += 1
        expect(refuse(person, action, { environmentId: given.environmentId })).toBeNull()
        expect(given.actions.flatMap((each): Action[] => [...SCOPED_ACTIONS[each]])).toContain(action)
        expect(asked.environmentId).toBe(given.environmentId)
        if (action !== 'value.fetch')
          expect(given.keyNames.some((pattern) => asGlob(pattern).test(asked.keyName ?? '\n'))).toBe(true)
      }),
      { numRuns: 10_000, seed: 20_261_126 },
    )
    expect(allowed).toBeGreaterThan(100)
  })
})

/** Written another way than the code that is tested. */
function asGlob(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`)
}
