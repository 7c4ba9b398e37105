import { authorize } from '#lib/access/authorize'
import { bySystem } from '#lib/access/by-system'
import { claimDeliveries } from '#lib/access/claim-deliveries'
import { observe } from '#lib/access/observe'
import { read } from '#lib/access/read'
import type { Told } from '#lib/channels/messages'
import { type Sent, sendToChannel } from '#lib/channels/send-to-channel'
import type { Prisma } from '#lib/db/generated/client'
import { isAppError } from '#lib/errors'
import { runtime } from '#lib/server/runtime'
import { toWarning } from '#lib/warnings/warning-row'
import { sendMail } from './send-mail.ts'

const AT_A_TIME = 200
const AT_ONCE = 16
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** After so long it has become pointless. */
const GIVE_UP_MS = 7 * DAY_MS
const BACKOFF_SECONDS = [30, 120, 600, 1800, 3600]
/** Of these, many become one message: after two days without a way, nobody wants a hundred. */
const GROUPED = ['email', 'slack', 'teams']

const include = { warning: true, member: true, channel: true } satisfies Prisma.WarningDeliveryInclude
type Delivery = Prisma.WarningDeliveryGetPayload<{ include: typeof include }>

/** Sends what is due, until nothing is or the process stops. */
export async function sendDeliveries(signal: AbortSignal): Promise<void> {
  const grant = await authorize(bySystem('Warnings'), 'warning.raise')
  while (!signal.aborted) {
    const ids = await claimDeliveries(AT_A_TIME)
    if (ids.length === 0) return
    const rows = await read(grant).warningDelivery.findMany({
      where: { id: { in: ids } },
      include,
      orderBy: { id: 'asc' },
    })
    const parcels = [...Map.groupBy(rows, parcelOf).values()]
    const queue = parcels.values()
    // Whoever is done takes the next one.
    const work = async () => {
      for (const parcel of queue) await deliver(parcel)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  }
}

function parcelOf({ id, way, recipient, channel }: Delivery): string {
  return GROUPED.includes(channel?.kind ?? way) ? `${way} ${recipient}` : id
}

async function deliver(parcel: Delivery[]): Promise<void> {
  const ids = parcel.map(({ id }) => id)
  const mine = { id: { in: ids }, state: 'sending' as const }
  const sent = await send(parcel)
  const now = new Date()
  const channelId = parcel[0]?.channelId
  if (sent.problem === null) {
    await observe((db) =>
      db.warningDelivery.updateMany({ where: mine, data: { state: 'sent', sentAt: now, problem: null } }),
    )
    await noteChannelWorks(parcel[0]?.channel ?? null, now)
    return
  }
  const problem = sent.problem.slice(0, 500)
  for (const { id, tries, createdAt } of parcel) {
    const isOver = now.getTime() - createdAt.getTime() > GIVE_UP_MS || sent.isGone === true
    const seconds = sent.retryAfterSeconds ?? BACKOFF_SECONDS[Math.min(tries, BACKOFF_SECONDS.length) - 1] ?? 3600
    const later = { state: 'waiting' as const, nextAt: new Date(now.getTime() + seconds * 1000), problem }
    const data = isOver ? { state: 'failed' as const, problem } : later
    await observe((db) => db.warningDelivery.updateMany({ where: { id, state: 'sending' }, data }))
  }
  if (!channelId) return
  // Its owner says that it is no more: Standard Webhooks asks for nothing to be sent again.
  const off = sent.isGone ? { isOn: false } : {}
  await observe((db) => db.channel.updateMany({ where: { id: channelId }, data: { problem, problemAt: now, ...off } }))
}

/** Once a minute is often enough to know that it works. */
async function noteChannelWorks(channel: Delivery['channel'], now: Date): Promise<void> {
  const isKnown = channel?.sentAt && channel.problem === null && now.getTime() - channel.sentAt.getTime() < MINUTE_MS
  if (!channel || isKnown) return
  const data = { sentAt: now, problem: null, problemAt: null }
  await observe((db) => db.channel.updateMany({ where: { id: channel.id }, data }))
}

/** Never throws: what one recipient does hinders no other. */
async function send(parcel: Delivery[]): Promise<Sent> {
  const [first, ...rest] = parcel.map(toTold)
  const { member, channel } = parcel[0] ?? {}
  if (!first) return { problem: null }
  try {
    if (channel) return await sendToChannel(channel, [first, ...rest])
    if (member && !member.disabledAt) return await sendMail(member, [first, ...rest])
    return { problem: 'Whom it was for is not there any more.', isGone: true }
  } catch (error) {
    if (!isAppError(error)) console.error(`A warning waits after ${error instanceof Error ? error.name : 'an error'}`)
    return { problem: isAppError(error) ? error.message : 'It could not be sent; the log of the server says more.' }
  }
}

function toTold({ id, event, warning }: Delivery): Told {
  const { url } = runtime().env
  const page = warning.keyId
    ? `/keys/${warning.keyId}`
    : warning.provider
      ? `/providers/${warning.provider}`
      : '/notifications'
  return { id, event: event === 'resolved' ? 'resolved' : 'raised', warning: toWarning(warning), url: `${url}${page}` }
}
