import { describe, expect, it } from 'vitest'
import { may, policy } from '#lib/access/policy'
import { ENVIRONMENT_ROLES, type EnvironmentRole, INSTALLATION_ROLES, reaches, roleIn } from '#lib/access/roles'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { MemberActor } from '#lib/context'

const GRANTS = [undefined, 'viewer', 'developer', 'manager', 'denied'] as const
const holder = (role: MemberActor['role'], granted?: EnvironmentRole): MemberActor => ({
  type: 'member',
  id: 'm',
  name: 'M',
  email: 'm@example.test',
  role,
  grants: new Map(granted ? [['env', granted]] : []),
  via: { type: 'token', id: 't' },
})

describe('the role that counts in an environment', () => {
  it.each<[MemberActor['role'], ...(string | null)[]]>([
    ['owner', 'manager', 'manager', 'manager', 'manager', null],
    ['admin', 'manager', 'manager', 'manager', 'manager', null],
    ['auditor', 'viewer', 'viewer', 'developer', 'manager', null],
    ['member', null, 'viewer', 'developer', 'manager', null],
  ])('of an %s is %s without a grant, %s, %s, %s with one, and %s when denied', (role, ...expected) => {
    expect(GRANTS.map((granted) => roleIn(holder(role, granted), 'env'))).toEqual(expected)
  })

  it('is the same that lists are filtered by', () => {
    for (const role of INSTALLATION_ROLES) {
      for (const granted of GRANTS) {
        const seen = seenEnvironments(holder(role, granted))
        const isSeen = 'in' in seen ? seen.in.includes('env') : !seen.notIn.includes('env')
        expect(isSeen).toBe(roleIn(holder(role, granted), 'env') !== null)
      }
    }
  })

  it('reaches what every lower role reaches', () => {
    for (const [index, role] of ENVIRONMENT_ROLES.entries()) {
      expect(ENVIRONMENT_ROLES.filter((each) => reaches(role, each))).toEqual(ENVIRONMENT_ROLES.slice(0, index + 1))
    }
    expect(ENVIRONMENT_ROLES.some((each) => reaches(null, each))).toBe(false)
  })
})

describe('the policy table', () => {
  it('says in a sentence what each row allows', () => {
    for (const [action, rule] of Object.entries(policy)) {
      expect(action).toMatch(/^[a-z_]+\.[a-z_]+$/)
      expect(rule.says).toMatch(/^[A-Z].{15,}\.$/)
    }
  })

  it('lets auditors read everything and change nothing in any environment', () => {
    const auditor = holder('auditor')
    const allowed = Object.entries(policy).filter(
      ([action, rule]) => rule.on !== 'installation' && may(auditor, action as keyof typeof policy, 'env'),
    )
    expect(allowed.every(([, rule]) => 'atLeast' in rule && rule.atLeast === 'viewer')).toBe(true)
    expect(may(auditor, 'key.reveal', 'env')).toBe(false)
  })

  it('lets a plain member do nothing in an environment that was not granted', () => {
    for (const [action, rule] of Object.entries(policy)) {
      if (rule.on !== 'installation') expect(may(holder('member'), action as keyof typeof policy, 'env')).toBe(false)
    }
  })
})
