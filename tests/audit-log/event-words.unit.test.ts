import { describe, expect, it } from 'vitest'
import { type Action, policy } from '#lib/access/policy'
import { eventChange } from '@/components/audit/event-change'
import { EVENT_WORDS, eventWords } from '@/components/audit/event-words'

/** They leave an event only where they are refused, which the line says of itself. */
const READS = /\.(list|find|find_own|find_self)$/

describe('an audit event in plain words', () => {
  it('has words for everything that the policy knows and that leaves an event', () => {
    const actions = (Object.keys(policy) as Action[]).filter((action) => !READS.test(action))
    const wordless = actions.filter((action) => action !== 'installation.operate' && !EVENT_WORDS[action])
    expect(wordless).toEqual([])
  })

  it('tells apart what somebody with a shell on the machine did', () => {
    const words = (type: string) =>
      eventWords({ action: 'installation.operate', target: { type, id: type, name: type } })
    expect(words('recovery-key').did).not.toBe(words('backup').did)
  })

  it('names the account that somebody tried to sign in to, not the part of the product that refused them', () => {
    const actor = { type: 'system', id: 'system', name: 'sign-in' }
    const target = { type: 'member', id: 'member', name: 'Contractor' }
    expect(eventWords({ action: 'session.create', actor, target })).toMatchObject({ actor: 'Somebody' })
    expect(eventWords({ action: 'session.create', actor, target }).hidesTarget).toBeUndefined()
  })

  it('shows an action that nobody put in words under its own name', () => {
    expect(eventWords({ action: 'moon.eclipse', target: null }).did).toBe('moon.eclipse')
  })

  it.each([
    ['grant.set', { role: null }, { role: 'developer' }, 'developer'],
    ['member.edit', { role: 'member' }, { role: 'admin' }, 'member → admin'],
    ['member.edit', { disabled: false }, { disabled: true }, 'not disabled → disabled'],
    ['key.edit', { rotateEveryDays: 90 }, { rotateEveryDays: 30 }, 'days between rotations 90 → 30'],
    ['key.edit', { notes: 'x'.repeat(500) }, { notes: 'y'.repeat(500) }, null],
    ['key.reveal', null, { version: 3 }, null],
  ])('says of %s from %j to %j: %s', (action, before, after, words) => {
    expect(eventChange({ action, before, after })).toBe(words)
  })
})
