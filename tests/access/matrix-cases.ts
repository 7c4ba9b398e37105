import { randomBytes } from 'node:crypto'
import { sealChannel } from '#lib/channels/channel-secret'
import type { Context } from '#lib/context'
import { newId } from '#lib/ids'
import { createKey } from '#lib/keys/create-key'
import { deleteKey } from '#lib/keys/delete-key'
import type { CreateKeyInput, Key } from '#lib/keys/schema'
import { prepareTroubleshooting } from '#lib/troubleshooting/prepare-troubleshooting'
import { offerValueProof } from '#lib/value-proofs/offer-value-proof'
import { proveValue } from '#lib/value-proofs/prove-value'
import { mintBearer } from '#lib/vault/bearer'
import { randomKey } from '../support/random-key.ts'
import type { World, WorldProject } from '../support/world.ts'

/** Where somebody tries: one environment of one project. */
export interface Place {
  project: WorldProject
  environment: 'development' | 'staging' | 'production'
  environmentId: string
}

export interface Setting {
  world: World
  place: Place
  operator: Context
  /** The member who tries; anybody at all where nobody does. */
  memberId: string
}

export interface Ask {
  path?: Record<string, string>
  query?: string
  body?: unknown
  /** Sent as it is, as text/plain. */
  text?: string
}

/** How to try one route for real, so that whoever is allowed succeeds. */
export interface Case {
  /** What the policy is asked about: one environment, all of a project, or neither. */
  at: 'environment' | 'project' | 'nowhere'
  ask(setting: Setting): Promise<Ask> | Ask
  /** Asked for anew by everyone who tries: it is about something of their own. */
  ofTheirOwn?: true
  /** Besides 2xx: an answer that only comes after the policy allowed. */
  alsoAllowed?: number
  /** For routes that answer 200 and tell each outcome inside. */
  read?(text: string): 'allowed' | 403 | 404
}

const random = () => randomBytes(6).toString('hex')

export function newKey(
  { operator, place }: Pick<Setting, 'operator' | 'place'>,
  more: Partial<CreateKeyInput> = {},
): Promise<Key> {
  return createKey(operator, {
    project: place.project.id,
    environment: place.environmentId,
    name: `KEY_${random()}`,
    provider: 'openai',
    value: randomKey(),
    // Nobody listens there: a test ends at once, with a verdict.
    baseUrl: 'http://127.0.0.1:9/v1',
    ...more,
  })
}

const ofKey = (body?: unknown): Case => ({
  at: 'environment',
  ask: async (setting) => ({ path: { id: (await newKey(setting)).id }, body }),
})
const ofPlace = (body: (setting: Setting) => unknown): Case => ({
  at: 'environment',
  ask: (setting) => ({ body: body(setting) }),
})
const ofProject = (body?: unknown, alsoAllowed?: number): Case => ({
  at: 'project',
  ask: ({ place }) => ({ path: { id: place.project.slug }, body }),
  ...(alsoAllowed ? { alsoAllowed } : {}),
})
const ofEnvironment = (body?: unknown, alsoAllowed?: number): Case => ({
  at: 'environment',
  ask: ({ place }) => ({ path: { id: place.project.id, environmentId: place.environment }, body }),
  ...(alsoAllowed ? { alsoAllowed } : {}),
})
const nowhere = (body?: () => unknown): Case => ({ at: 'nowhere', ask: () => ({ body: body?.() }) })
const ofSomebody = (body?: unknown): Case => ({
  at: 'nowhere',
  ask: async ({ world }) => ({ path: { id: (await world.member('member')).id }, body }),
})
const ofGrant = (body?: unknown): Case => ({
  at: 'environment',
  ask: async ({ world, place }) => {
    const { id } = await world.member('member', { [place.environmentId]: 'viewer' })
    return { path: { id: place.environmentId, subjectId: id }, body }
  },
})
const readDetail = (text: string): 'allowed' | 403 | 404 => {
  if (text.includes('Your role does not allow')) return 403
  return text.includes('There is nothing here') ? 404 : 'allowed'
}

async function deletedKey(setting: Setting): Promise<Ask> {
  const { id } = await newKey(setting)
  await deleteKey(setting.operator, id)
  return { path: { id } }
}

async function keptPairing({ world, place }: Setting): Promise<Ask> {
  const id = newId('par')
  const { project, environmentId } = place
  const told = {
    id,
    provider: 'openai',
    verdict: 'unknown',
    confidence: 'possible',
    trigger: 'manual',
    durationMs: 1,
  } as const
  const steps = { stages: [], warnings: [], steps: [], observed: {}, requests: { curl: '' } }
  const words = { target: '', headline: '', cause: '', contact: { who: '', why: '', message: '' } }
  const result = { ...told, ...steps, ...words, startedAt: new Date().toISOString() }
  await world.db.pairing.create({
    data: { ...told, startedAt: new Date(), projectId: project.id, environmentId, result },
  })
  return { path: { id } }
}

async function keptTroubleshooting(setting: Setting): Promise<{ id: string }> {
  const key = await newKey(setting)
  return (await prepareTroubleshooting(setting.operator, { key: key.id }))()
}
/** An open rotation of a new key. Nobody listens at its provider: whether the old value is dead cannot be proven. */
const ofRotation = (): Case => ({
  at: 'environment',
  ask: async (setting) => {
    const { world, place } = setting
    const { id: keyId } = await newKey(setting)
    const id = newId('rot')
    const about = { keyId, projectId: place.project.id, environmentId: place.environmentId, memberName: 'Somebody' }
    const test = { testId: newId('par'), testVerdict: 'paired', testHeadline: '' }
    const data = { id, ...about, ...test, state: 'draining', fromVersion: 1, toVersion: 2, openKeyId: keyId }
    await world.db.rotation.create({ data })
    return { path: { id } }
  },
  alsoAllowed: 409,
})
const ofPolicy = (body?: unknown): Case => ({
  at: 'environment',
  ask: ({ place }) => ({ path: { scope: 'environment', id: place.environmentId }, ...(body ? { body } : {}) }),
})
const ofWarning = (body?: unknown): Case => ({
  at: 'environment',
  ask: async (setting) => {
    const { id: keyId } = await newKey(setting)
    const { project, environmentId } = setting.place
    const id = newId('wrn')
    const about = { kind: 'unused', subject: id, openSubject: id, level: 'info', title: 'A test', detail: '' }
    await setting.world.db.warning.create({ data: { id, keyId, projectId: project.id, environmentId, ...about } })
    return { path: { id }, ...(body ? { body } : {}) }
  },
})
const ofChannel = (body?: unknown): Case => ({
  at: 'nowhere',
  ask: async ({ world }) => {
    const id = newId('chn')
    const sealed = sealChannel(id, { url: 'http://127.0.0.1:9/', key: null })
    await world.db.channel.create({ data: { id, kind: 'slack', name: 'A channel', masked: '127.0.0.1', sealed } })
    return { path: { id }, ...(body ? { body } : {}) }
  },
})
async function ownBulkChange({ world, memberId }: Setting): Promise<Ask> {
  const id = newId('blk')
  const how = { viaType: 'session', viaId: 'ses_test', kind: 'own', input: { ownerEmail: null } }
  await world.db.bulkChange.create({ data: { id, memberId, ...how } })
  return { path: { id } }
}
const ofAutomation = (): Case => ({
  at: 'environment',
  ask: async (setting) => {
    const { id: makerKeyId } = await newKey(setting, { purpose: 'rotation' })
    const { id } = await newKey(setting)
    const settings = { projectId: 'proj_test' }
    await setting.world.db.automation.create({ data: { keyId: id, makerKeyId, api: 'openai', settings } })
    return { path: { id } }
  },
})
const ofScopedKey = (body?: unknown): Case => ({
  at: 'environment',
  ofTheirOwn: true,
  ask: async ({ world, memberId, place: { project, environmentId } }) => {
    const id = newId('sck')
    const place = { projectId: project.id, environmentId, expiresAt: new Date(Date.now() + 86_400_000) }
    const secrets = { create: { id: newId('scs'), hash: mintBearer('key').hash, tail: 'tail' } }
    await world.db.scopedKey.create({ data: { id, memberId, name: 'A program', ...place, secrets } })
    return { path: { id }, body }
  },
})
const ofTroubleshooting = (ask: Ask = {}): Case => ({
  at: 'environment',
  ask: async (setting) => ({ path: { id: (await keptTroubleshooting(setting)).id }, ...ask }),
})

const ofCustomProvider = (body?: unknown): Case => ({
  at: 'nowhere',
  ask: async ({ world }) => {
    const id = newId('prov')
    const baseUrl = 'https://gateway.example.test/v1'
    await world.db.customProvider.create({ data: { id, name: id, baseUrl, dialect: 'openai', variable: 'X_KEY' } })
    return { path: { id }, body }
  },
})
async function ownBatch({ world, memberId }: Setting): Promise<Ask> {
  const id = newId('bat')
  await world.db.pairingBatch.create({ data: { id, memberId, viaType: 'token', viaId: 'tok_1' } })
  return { path: { id } }
}

const place = ({ place: { project, environment } }: Setting) => ({ project: project.slug, environment })

export const CASES: Record<string, Case> = {
  'GET /keys': nowhere(),
  'POST /keys': ofPlace((setting) => ({
    ...place(setting),
    name: `NEW_${random()}`,
    provider: 'openai',
    value: randomKey(),
  })),
  'GET /keys/{id}': ofKey(),
  'PATCH /keys/{id}': ofKey({ notes: 'edited' }),
  'DELETE /keys/{id}': ofKey(),
  'POST /keys/{id}/restoration': { at: 'environment', ask: deletedKey },
  'POST /keys/{id}/revocation': ofKey({ reason: 'leaked' }),
  'POST /keys/{id}/reveals': ofKey({ reason: 'outage' }),
  'GET /keys/{id}/versions': ofKey(),
  'POST /keys/{id}/versions': ofKey({ value: randomKey() }),
  // A value without hidden characters: allowed, and nothing to do.
  'POST /keys/{id}/cleanings': { ...ofKey(), alsoAllowed: 409 },
  'GET /keys/{id}/rotations': ofKey(),
  'POST /keys/{id}/rotations': ofKey({ value: randomKey(), reason: 'a test' }),
  'GET /rotations/{id}': ofRotation(),
  'POST /rotations/{id}/completion': ofRotation(),
  'POST /rotations/{id}/cancellation': ofRotation(),
  'POST /rotations/{id}/resumption': ofRotation(),
  'GET /rotations': nowhere(),
  'GET /rotation-calendar': nowhere(),
  'GET /warnings': nowhere(),
  'GET /warnings/preview': nowhere(),
  'PUT /warnings/{id}/snooze': ofWarning({ until: new Date(Date.now() + 3_600_000).toISOString(), reason: 'a test' }),
  'DELETE /warnings/{id}/snooze': ofWarning(),
  'POST /warnings/{id}/taking': ofWarning(),
  'GET /warning-rules': nowhere(),
  'PATCH /warning-rules/{kind}': { at: 'nowhere', ask: () => ({ path: { kind: 'unused' }, body: { isOn: true } }) },
  'GET /inbox': nowhere(),
  'POST /inbox/readings': nowhere(() => ({})),
  'GET /me/notifications': nowhere(),
  'PATCH /me/notifications': nowhere(() => ({ email: 'each' })),
  // No mail server is set.
  'POST /me/notifications/tests': { ...nowhere(() => ({})), alsoAllowed: 409 },
  'GET /channels': nowhere(),
  'POST /channels': nowhere(() => ({ kind: 'pagerduty', name: 'The pager', routingKey: 'a'.repeat(32) })),
  'PATCH /channels/{id}': ofChannel({ isOn: false }),
  'POST /channels/{id}/tests': { ...ofChannel({}), alsoAllowed: 502 },
  'DELETE /channels/{id}': ofChannel(),
  'GET /calendar-feeds': nowhere(),
  'POST /calendar-feeds': nowhere(() => ({})),
  'DELETE /calendar-feeds/{id}': {
    at: 'nowhere',
    ask: async ({ world, memberId }) => {
      const id = newId('cal')
      const { hash, tail } = mintBearer('cal')
      await world.db.calendarFeed.create({ data: { id, memberId, hash, tail } })
      return { path: { id } }
    },
    ofTheirOwn: true,
  },
  'GET /key-apis': nowhere(),
  'GET /rotation-policies/{scope}/{id}': ofPolicy(),
  'PUT /rotation-policies/{scope}/{id}': ofPolicy({ everyDays: 90 }),
  'DELETE /rotation-policies/{scope}/{id}': ofPolicy(),
  'GET /keys/{id}/automation': ofKey(),
  // Nobody listens at its key API.
  'PUT /keys/{id}/automation': {
    at: 'environment',
    ask: async (setting) => {
      const { id: maker } = await newKey(setting, { purpose: 'rotation' })
      return { path: { id: (await newKey(setting)).id }, body: { maker, settings: { projectId: 'proj_test' } } }
    },
    alsoAllowed: 502,
  },
  'DELETE /keys/{id}/automation': ofAutomation(),
  // Nobody listens at its key API.
  'POST /keys/{id}/automation/comparisons': { ...ofAutomation(), alsoAllowed: 502 },
  'GET /keys/{id}/timeline': ofKey(),
  'GET /keys/{id}/usage': ofKey(),
  'GET /keys/{id}/pairings': ofKey(),
  'POST /keys/{id}/pairings': ofKey({}),
  'POST /keys/deletions': {
    at: 'environment',
    ask: async (setting) => ({ body: { ids: [(await newKey(setting)).id] } }),
    read: readDetail,
  },
  'POST /pairings': ofPlace(({ place: { environmentId } }) => ({
    provider: 'openai',
    value: 'x',
    baseUrl: 'http://127.0.0.1:9/v1',
    environment: environmentId,
  })),
  'GET /pairings/{id}': { at: 'environment', ask: keptPairing },
  'GET /keys/{id}/exposure': ofKey(),
  'GET /bulk-changes': nowhere(),
  'POST /bulk-changes': {
    at: 'nowhere',
    ask: async (setting) => ({ body: { kind: 'own', ids: [(await newKey(setting)).id], ownerEmail: null } }),
  },
  'GET /bulk-changes/{id}': { at: 'nowhere', ask: ownBulkChange },
  'DELETE /bulk-changes/{id}': { at: 'nowhere', ask: ownBulkChange },
  'GET /pairings/batches': nowhere(),
  'POST /pairings/batches': {
    at: 'nowhere',
    ask: async (setting) => ({ body: { ids: [(await newKey(setting)).id] } }),
  },
  'GET /pairings/batches/{id}': { at: 'nowhere', ask: ownBatch },
  'DELETE /pairings/batches/{id}': { at: 'nowhere', ask: ownBatch },
  'POST /import': ofPlace((setting) => ({
    ...place(setting),
    format: 'dotenv',
    text: `OPENAI_API_KEY_${random()}=${randomKey()}`,
  })),
  'GET /troubleshooting': nowhere(),
  'POST /troubleshooting': {
    at: 'environment',
    ask: async (setting) => ({ body: { key: (await newKey(setting)).id } }),
  },
  'GET /troubleshooting/{id}': ofTroubleshooting(),
  'PATCH /troubleshooting/{id}': ofTroubleshooting({ body: { answers: { 'basics.since': 'always' } } }),
  'DELETE /troubleshooting/{id}': ofTroubleshooting(),
  'POST /troubleshooting/{id}/logs': ofTroubleshooting({ text: 'a line of a log\n' }),
  'POST /troubleshooting/{id}/test': ofTroubleshooting({ body: {} }),
  'GET /troubleshooting/{id}/requests': ofTroubleshooting({ query: 'format=postman' }),
  'POST /troubleshooting/{id}/own-answers': ofTroubleshooting({ body: { status: 401 } }),
  'POST /troubleshooting/{id}/value-proofs': ofTroubleshooting(),
  'POST /troubleshooting/{id}/value-proofs/{proofId}/comparison': {
    at: 'environment',
    ask: async (setting) => {
      const { id } = await keptTroubleshooting(setting)
      const offer = await offerValueProof(setting.operator, id)
      return { path: { id, proofId: offer.id }, body: { proof: proveValue('x', offer.salt) } }
    },
  },
  'GET /network/allowlist': nowhere(),
  'GET /projects': nowhere(),
  'POST /projects': nowhere(() => ({ name: `Project ${random()}` })),
  'GET /projects/{id}': ofProject(),
  'PATCH /projects/{id}': ofProject({ name: 'Renamed' }),
  'DELETE /projects/{id}': ofProject(undefined, 409),
  'GET /projects/{id}/environments': ofProject(),
  'POST /projects/{id}/environments': {
    at: 'project',
    ask: ({ place }) => ({ path: { id: place.project.id }, body: { name: 'One more', slug: 'development' } }),
    alsoAllowed: 409,
  },
  'PATCH /projects/{id}/environments/{environmentId}': ofEnvironment({ name: 'Renamed' }),
  'DELETE /projects/{id}/environments/{environmentId}': ofEnvironment(undefined, 409),
  'GET /providers': nowhere(),
  'GET /status-pages': nowhere(),
  'POST /providers': nowhere(() => ({
    name: `Gateway ${random()}`,
    baseUrl: 'https://gateway.example.test/v1',
    dialect: 'openai',
    variable: 'GATEWAY_API_KEY',
  })),
  'PATCH /providers/{id}': ofCustomProvider({ variable: 'LLM_API_KEY' }),
  'DELETE /providers/{id}': ofCustomProvider(),
  'GET /overview': nowhere(),
  'GET /installation': nowhere(),
  'GET /audit': nowhere(),
  'GET /audit/export': { at: 'nowhere', ask: () => ({ query: 'format=jsonl' }) },
  'GET /audit/verify': nowhere(),
  'GET /me': nowhere(),
  'PATCH /me': nowhere(() => ({ name: 'A new name' })),
  'GET /members': nowhere(),
  'POST /members': nowhere(() => ({
    email: `${random()}@example.test`,
    name: 'Somebody',
    password: `${random()}${random()}`,
  })),
  'GET /members/{id}': ofSomebody(),
  'PATCH /members/{id}': ofSomebody({ name: 'Renamed' }),
  'DELETE /members/{id}': ofSomebody(),
  'GET /members/{id}/grants': ofSomebody(),
  'GET /environments/{id}/grants': { at: 'environment', ask: ({ place }) => ({ path: { id: place.environmentId } }) },
  'PUT /environments/{id}/grants/{subjectId}': ofGrant({ role: 'developer' }),
  'DELETE /environments/{id}/grants/{subjectId}': ofGrant(),
  'GET /invitations': nowhere(),
  'POST /invitations': nowhere(() => ({ email: `${random()}@example.test` })),
  'DELETE /invitations/{id}': {
    at: 'nowhere',
    ask: async ({ world }) => {
      const id = newId('inv')
      const data = {
        id,
        hash: randomBytes(32),
        email: `${random()}@example.test`,
        expiresAt: new Date(Date.now() + 60_000),
      }
      await world.db.invitation.create({ data })
      return { path: { id } }
    },
  },
  'GET /fetch/{project}/{environment}': {
    at: 'environment',
    ask: async (setting) => {
      await newKey(setting)
      const { project, environment } = setting.place
      return { path: { project: project.slug, environment }, query: 'reason=a+test' }
    },
  },
  'POST /imports/{id}/reversal': {
    at: 'environment',
    ask: async ({ world, place: { project, environmentId } }) => {
      const id = newId('imp')
      const nothing = { added: [], changed: [], before: [], after: [] }
      await world.db.keyImport.create({ data: { id, projectId: project.id, environmentId, ...nothing } })
      return { path: { id } }
    },
  },
  'POST /export': ofPlace(({ place: { project, environment } }) => {
    return { project: project.slug, environment, reason: 'a test' }
  }),
  'POST /value-digests': nowhere(() => ({})),
  'GET /shares': nowhere(),
  'POST /shares': nowhere(() => ({ value: randomKey() })),
  'DELETE /shares/{id}': {
    at: 'nowhere',
    ofTheirOwn: true,
    ask: async ({ world, memberId }) => {
      const id = newId('shr')
      const { hash } = mintBearer('shr')
      const expiresAt = new Date(Date.now() + 86_400_000)
      await world.db.share.create({
        data: { id, hash, memberId, name: 'A value', sealed: new Uint8Array(1), expiresAt },
      })
      return { path: { id } }
    },
  },
  'POST /openclaw/resolve': nowhere(() => ({ protocolVersion: 1, ids: [] })),
  'GET /openclaw/gateways': {
    at: 'environment',
    ask: ({ place: { project, environment } }) => ({ query: `project=${project.slug}&environment=${environment}` }),
  },
  'POST /openclaw/gateways': {
    ...ofPlace(({ place: { project, environment } }) => {
      // Nobody listens there: whoever may is told so.
      const gateway = { name: 'gateway', url: 'http://127.0.0.1:9', token: 'a token' }
      return { project: project.slug, environment, ...gateway }
    }),
    alsoAllowed: 502,
  },
  'DELETE /openclaw/gateways/{id}': {
    at: 'environment',
    ask: async ({ world, place: { project, environmentId } }) => {
      const id = newId('ocg')
      const gateway = { name: 'gateway', url: 'http://127.0.0.1:9', sealed: new Uint8Array(1) }
      await world.db.openClawGateway.create({ data: { id, projectId: project.id, environmentId, ...gateway } })
      return { path: { id } }
    },
  },
  'POST /openclaw/plans': ofPlace(({ place: { project, environment } }) => ({ project: project.slug, environment })),
  'GET /scoped-keys': nowhere(),
  'GET /scoped-keys/self': nowhere(),
  'POST /scoped-keys': ofPlace(({ place: { project, environment } }) => {
    return { project: project.slug, environment, name: 'A program', reason: 'a test' }
  }),
  'DELETE /scoped-keys/{id}': ofScopedKey(),
  'POST /scoped-keys/endings': nowhere(() => ({ ids: ['sck_none'] })),
  'POST /scoped-keys/{id}/rotations': ofScopedKey({ reason: 'a test' }),
  'GET /sessions': nowhere(),
  'DELETE /sessions': nowhere(),
  'DELETE /sessions/{id}': {
    at: 'nowhere',
    ask: async ({ world, memberId }) => {
      const id = newId('ses')
      await world.db.session.create({ data: { id, memberId, expiresAt: new Date(Date.now() + 60_000) } })
      return { path: { id } }
    },
  },
  'GET /tokens': nowhere(),
  'POST /tokens': nowhere(() => ({ name: 'One more' })),
  'DELETE /tokens/{id}': {
    at: 'nowhere',
    ask: async ({ world, memberId }) => {
      await world.token(memberId)
      const { id } = await world.db.token.findFirstOrThrow({ where: { memberId }, orderBy: { id: 'desc' } })
      return { path: { id } }
    },
  },
}
