import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { may, policy, type Rule } from '#lib/access/policy'
import { ENVIRONMENT_ROLES, type EnvironmentRole, type InstallationRole, reaches, roleIn } from '#lib/access/roles'
import { METHODS } from '#lib/http/openapi'
import { routes } from '../../app/api/v1/routes.ts'
import { callRoute } from '../support/call-route.ts'
import { idleQueues } from '../support/idle-queues.ts'
import { freshWorld, type World } from '../support/world.ts'
import { CASES, type Case, newKey, type Place, type Setting } from './matrix-cases.ts'

type Outcome = 'allowed' | 401 | 403 | 404
interface Somebody {
  memberId: string
  token: string | undefined
  role: InstallationRole
  grants: Map<string, EnvironmentRole>
}

/** Routes without an action need no sign-in and are no part of the policy: set-up, joining by a link, the API's description. */
const operations = Object.entries(routes).flatMap(([path, module]) =>
  METHODS.flatMap((method) => {
    const action = module[method]?.operation.action
    return action ? [{ name: `${method} ${path}`, method, path, action }] : []
  }),
)
const MEMBERS = [...ENVIRONMENT_ROLES, 'developer of development', 'auditor', 'admin', 'owner'] as const
const OUTSIDERS = ['nobody', 'expired token', 'revoked token', 'wrong token', 'disabled member'] as const

let world: World
let places: Record<string, Place>
let people: Record<string, Somebody>

beforeAll(async () => {
  world = await freshWorld({
    CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1',
    CLAVIGER_DNS_COMPARE: '',
    CLAVIGER_CONTROL_HOSTS: '',
  })
  const [own, other] = [await world.project(), await world.project()]
  const placeOf = (project: typeof own, environment: Place['environment']) => ({
    project,
    environment,
    environmentId: project[environment],
  })
  places = {
    development: placeOf(own, 'development'),
    staging: placeOf(own, 'staging'),
    production: placeOf(own, 'production'),
    'production of another project': placeOf(other, 'production'),
  }
  const all = (role: EnvironmentRole) =>
    Object.fromEntries([own.development, own.staging, own.production].map((id) => [id, role]))
  const made = MEMBERS.map(async (name): Promise<[string, Somebody]> => {
    const role = name === 'auditor' || name === 'admin' || name === 'owner' ? name : 'member'
    const grants: Record<string, EnvironmentRole> =
      name === 'developer of development'
        ? { [own.development]: 'developer' }
        : role === 'member'
          ? all(name as EnvironmentRole)
          : {}
    const { id } = await world.member(role, grants)
    return [name, { memberId: id, token: await world.token(id), role, grants: new Map(Object.entries(grants)) }]
  })
  people = Object.fromEntries([...(await Promise.all(made)), ...(await outsiders())])
  // A bulk test is put into the queue; that nobody works on it is no matter of who may.
  await world.work(idleQueues)
  // The last environment and the last key of a place stay, so that deleting them answers with a conflict, not by doing it.
  for (const place of Object.values(places)) await newKey({ operator: world.operator, place })
}, 60_000)
afterAll(() => world.close())

async function outsiders(): Promise<[string, Somebody][]> {
  const { id } = await world.member('owner')
  const nobody = { memberId: id, role: 'owner' as const, grants: new Map(), token: undefined }
  const revoked = await world.token(id)
  await world.db.token.updateMany({ where: { memberId: id }, data: { revokedAt: new Date() } })
  const expired = await world.token(id, new Date(Date.now() - 1000))
  const valid = await world.token(id)
  const disabled = await world.member('owner')
  const ofDisabled = await world.token(disabled.id)
  await world.db.member.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } })
  return [
    ['nobody', nobody],
    ['expired token', { ...nobody, token: expired }],
    ['revoked token', { ...nobody, token: revoked }],
    ['wrong token', { ...nobody, token: `${valid.slice(0, -1)}${valid.endsWith('0') ? '1' : '0'}` }],
    ['disabled member', { ...nobody, token: ofDisabled }],
  ]
}

describe('every route', () => {
  it('has a case here', () => {
    expect(Object.keys(CASES).sort()).toEqual(operations.map(({ name }) => name).sort())
  })
})

describe.each(operations)('$name', ({ name, method, path, action }) => {
  const each = CASES[name] as Case
  const placeNames =
    each.at === 'nowhere'
      ? ['development']
      : each.at === 'project'
        ? ['production', 'production of another project']
        : ['development', 'staging', 'production', 'production of another project']

  it.each(placeNames)('in %s does what the policy says, and records what it refuses', async (placeName) => {
    let ask: Ask | undefined
    for (const who of MEMBERS) {
      const person = people[who] as Somebody
      const place = places[placeName] as Place
      const setting = { world, place, operator: world.operator, memberId: person.memberId }
      ask ??= await each.ask(setting)
      const deniedBefore = await denials(person.memberId)
      const outcome = await attempt(each, method, path, ask, person.token)
      const expected =
        each.at === 'nowhere'
          ? expectedAnywhere(person, policy[action])
          : expectedIn(person, policy[action], idsOf(each, place))
      expect.soft([who, outcome]).toEqual([who, expected])
      // What a refusal left untouched serves the next one too.
      if (outcome === 'allowed' || each.at === 'nowhere' || each.ofTheirOwn) ask = undefined
      const added = (await denials(person.memberId)).slice(deniedBefore.length)
      expect.soft([who, added]).toEqual([who, expected === 'allowed' ? [] : [action]])
    }
  })

  it('is refused to whoever cannot be named, and counted', async () => {
    const { memberId } = people.nobody as Somebody
    const setting: Setting = { world, place: places.development as Place, operator: world.operator, memberId }
    const ask = await each.ask(setting)
    for (const who of OUTSIDERS) {
      const before = await countedDenials()
      expect.soft([who, await attempt(each, method, path, ask, people[who]?.token)]).toEqual([who, 401])
      expect.soft([who, await countedDenials()]).toEqual([who, before + 1])
    }
  })
})

function idsOf({ at }: Case, { project, environmentId }: Place): string[] {
  return at === 'project' ? [project.development, project.staging, project.production] : [environmentId]
}

function expectedIn(person: Somebody, rule: Rule, ids: string[]): Outcome {
  if (rule.on === 'installation') return rule.roles.includes(person.role) ? 'allowed' : 403
  const roles = ids.map((id) => roleIn(person, id))
  if (roles.every((role) => role === null)) return 404
  const reached = roles.map((role) => reaches(role, rule.atLeast))
  return (rule.on === 'project' ? reached.every(Boolean) : reached.some(Boolean)) ? 'allowed' : 403
}

function expectedAnywhere(person: Somebody, rule: Rule): Outcome {
  const action = (Object.keys(policy) as (keyof typeof policy)[]).find((each) => policy[each] === rule)
  return action && may(person, action) ? 'allowed' : 403
}

type Ask = Awaited<ReturnType<Case['ask']>>

async function attempt(
  each: Case,
  method: (typeof METHODS)[number],
  path: string,
  ask: Ask,
  token: string | undefined,
): Promise<Outcome | string> {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => ask.path?.[name] ?? '')
  const sent =
    ask.text === undefined ? { body: ask.body } : { text: ask.text, headers: { 'content-type': 'text/plain' } }
  const response = await callRoute(method, ask.query ? `${address}?${ask.query}` : address, { token, ...sent })
  const text = await response.text()
  const { status } = response
  if (status === 401 || status === 403 || status === 404) return status
  if (status === each.alsoAllowed) return 'allowed'
  return response.ok ? (each.read?.(text) ?? 'allowed') : `${status} ${text}`
}

async function denials(actorId: string): Promise<string[]> {
  const events = await world.db.auditEvent.findMany({
    where: { actorId, outcome: 'denied' },
    orderBy: { seq: 'asc' },
    select: { action: true },
  })
  return events.map(({ action }) => action)
}

async function countedDenials(): Promise<number> {
  const { _sum } = await world.db.anonymousDenial.aggregate({ _sum: { count: true } })
  return _sum.count ?? 0
}
