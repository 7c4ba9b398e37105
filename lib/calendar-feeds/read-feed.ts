import ical from 'ical-generator'
import { authorize } from '#lib/access/authorize'
import { bySystem } from '#lib/access/by-system'
import { findActorBehind } from '#lib/access/find-actor'
import { observe } from '#lib/access/observe'
import { read } from '#lib/access/read'
import { notFound } from '#lib/errors'
import { readDatedKeys } from '#lib/keys/read-dated-keys'
import { runtime } from '#lib/server/runtime'
import { hashBearer } from '#lib/vault/bearer'

const DAY_MS = 86_400_000
const BEHIND_DAYS = 30
const AHEAD_DAYS = 400
const MOST = 1000

/** What is due, as a calendar reads it (RFC 5545): of what the maker of the address sees now. `not_found` for any other. */
export async function readFeed(secret: string): Promise<string> {
  const hash = hashBearer('cal', secret)
  const grant = await authorize(bySystem('Calendar'), 'calendar_feed.read')
  const feed = hash && (await read(grant).calendarFeed.findUnique({ where: { hash }, include: { member: true } }))
  if (!feed || feed.member.disabledAt) throw notFound()
  const actor = await findActorBehind({ memberId: feed.memberId, viaType: 'session', viaId: feed.id })
  if (!actor) throw notFound()
  await observe((db) => db.calendarFeed.updateMany({ where: { id: feed.id }, data: { lastReadAt: new Date() } }))
  const now = Date.now()
  const span = { gt: new Date(now - BEHIND_DAYS * DAY_MS), lt: new Date(now + AHEAD_DAYS * DAY_MS) }
  const dated = await readDatedKeys(grant, actor, span, MOST)
  const { url } = runtime().env
  const calendar = ical({ name: 'Claviger', prodId: '//Claviger//Keys//EN', ttl: 3600 })
  for (const { kind, at, key } of dated)
    calendar.createEvent({
      id: `${kind}-${key.id}@claviger`,
      start: at,
      allDay: true,
      stamp: key.updatedAt,
      summary: kind === 'rotation' ? `Rotate ${key.name}` : `${key.name} expires`,
      description: `${key.project.name}, ${key.environment.name}`,
      url: `${url}/keys/${key.id}`,
    })
  return calendar.toString()
}
