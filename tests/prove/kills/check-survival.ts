import { setTimeout as sleep } from 'node:timers/promises'
import { lookInside } from './installation.ts'
import type { Change, ExpectedEvent, KnownKey, Ledger } from './ledger.ts'
import { type Desk, PLACE } from './operations.ts'

interface Listed {
  id: string
  name: string
  version: number
  notes: string
  deletedAt: string | null
}
interface Event {
  seq: number
  action: string
  outcome: string
}

const NOT_ONE_CURRENT = `
  SELECT k.name FROM keys k LEFT JOIN key_versions v ON v.key_id = k.id AND v.state = 'current'
  GROUP BY k.id HAVING count(v.id) <> 1 OR max(v.number) <> k.version`

/** Everything that was acknowledged is there, and nothing is half there. Answers with what is wrong. */
export async function checkSurvival(desk: Desk, dataDir: string, options: { all?: boolean; since: number }) {
  const { ledger } = desk
  const names = options.all ? [...ledger.known.keys()] : [...ledger.touched]
  const observed = await observe(
    desk,
    new Set([...names, ...ledger.open].flatMap((one) => (typeof one === 'string' ? [one] : Object.keys(one.after)))),
  )
  const wrong: string[] = []
  for (const change of [...ledger.open]) wrong.push(...settle(ledger, change, observed))
  for (const name of names) {
    if (!isSame(ledger.find(name), observed.get(name) ?? null)) wrong.push(`${name} is not as it was acknowledged`)
  }
  const broken = await lookInside<{ name: string }>(dataDir, NOT_ONE_CURRENT)
  if (!broken) wrong.push('the database could not be looked into')
  else wrong.push(...broken.map(({ name }) => `${name} has not exactly one current version`))
  wrong.push(...(await checkAccess(desk)), ...(await checkPairings(desk)))
  const { seq, found } = await checkEvents(desk, ledger.events, options.since)
  return { wrong: [...wrong, ...found], seq }
}

/** All of an open change is there, or nothing of it. Either becomes the truth. */
function settle(ledger: Ledger, change: Change, observed: Map<string, KnownKey>): string[] {
  const shows = (truth: Change['after']) =>
    Object.entries(truth).every(([name, key]) => isSame(key, observed.get(name) ?? null))
  const hasHappened = shows(change.after)
  if (!hasHappened && !shows(change.before))
    return [`a change of ${Object.keys(change.after).length} keys is half there`]
  ledger.inFlight[hasHappened ? 'happened' : 'not']++
  ledger.settle(change, hasHappened ? change.after : change.before)
  return []
}

/** A deleted key shows no value: what is known of it stays until it is restored. */
function isSame(one: KnownKey, other: KnownKey): boolean {
  if (!one || !other) return one === other
  const sameValue = other.deleted || one.value === other.value
  return sameValue && one.version === other.version && one.notes === other.notes && one.deleted === other.deleted
}

async function observe({ api }: Desk, names: Set<string>): Promise<Map<string, KnownKey>> {
  const observed = new Map<string, KnownKey>()
  for (const deleted of [false, true]) {
    for (const key of await readAll<Listed>(api, `/keys?project=${PLACE.project}&deleted=${deleted}`, () => true)) {
      if (!names.has(key.name) || (deleted && !key.deletedAt)) continue
      const value = deleted ? '' : (await api('POST', `/keys/${key.id}/reveals`, { body: {} })).json.value
      observed.set(key.name, { value, version: key.version, notes: key.notes, deleted })
    }
  }
  return observed
}

async function checkAccess({ api, ledger, environmentId, memberId }: Desk): Promise<string[]> {
  const wrong: string[] = []
  const invited = new Set((await readAll<{ id: string }>(api, '/invitations?', () => true)).map(({ id }) => id))
  for (const id of ledger.invitations) if (!invited.has(id)) wrong.push(`the invitation ${id} is gone`)
  for (const [tokens, expected] of [
    [ledger.liveTokens, 200],
    [ledger.revokedTokens, 401],
  ] as const) {
    for (const token of tokens) {
      const { status } = await api('GET', '/me', { token })
      if (status !== expected) wrong.push(`a token answers ${status} in place of ${expected}`)
    }
  }
  const grants = await readAll<{ member: { id: string }; role: string }>(
    api,
    `/environments/${environmentId}/grants?`,
    () => true,
  )
  const role = grants.find(({ member }) => member.id === memberId)?.role ?? null
  if (!ledger.roles.includes(role)) wrong.push(`the role is ${role} in place of ${ledger.roles.join(' or ')}`)
  ledger.roles = [role]
  ledger.liveTokens.clear()
  ledger.revokedTokens.clear()
  return wrong
}

async function checkPairings({ api, ledger }: Desk): Promise<string[]> {
  const wrong: string[] = []
  for (const [id, verdict] of ledger.pairings) {
    const { json } = await api('GET', `/pairings/${id}`)
    if (json?.verdict !== verdict) wrong.push(`the pairing result ${id} is not as it was told`)
  }
  return wrong
}

/** The chain is whole, and every acknowledged change has its event since the last round. */
async function checkEvents({ api, auditors }: Desk, expected: ExpectedEvent[], since: number) {
  const found: string[] = []
  const chain = await verifyChain(auditors)
  if (!chain?.valid) found.push(`the audit chain does not verify: ${JSON.stringify(chain)}`)
  const events = await readAll<Event>(api, '/audit?', ({ seq }) => seq > since)
  const texts = events
    .filter(({ outcome }) => outcome === 'allowed')
    .map((event) => `${event.action} ${JSON.stringify(event)}`)
  for (const { action, mentions } of expected) {
    const at = texts.findIndex((text) => text.startsWith(`${action} `) && text.includes(mentions))
    if (at < 0) found.push(`there is no event ${action} of ${mentions}`)
    else texts.splice(at, 1)
  }
  return { found, seq: events[0]?.seq ?? since }
}

/** The chain may be verified six times a minute by each person, so several take turns. */
async function verifyChain(auditors: Desk['auditors']) {
  for (;;) {
    for (const auditor of auditors) {
      const { status, json } = await auditor('GET', '/audit/verify')
      if (status !== 429) return json
    }
    await sleep(1000)
  }
}

async function readAll<T>(api: Desk['api'], path: string, goesOn: (item: T) => boolean): Promise<T[]> {
  const items: T[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { status, json, text } = await api('GET', `${path}&limit=200${cursor && `&cursor=${cursor}`}`)
    if (status !== 200) throw new Error(`GET ${path} answered ${status}: ${text.slice(0, 200)}`)
    items.push(...json.items.filter(goesOn))
    cursor = json.items.every(goesOn) ? json.nextCursor : null
  }
  return items
}
