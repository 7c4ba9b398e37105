import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Channel, Prisma, Warning } from '#lib/db/generated/client'
import { newId } from '#lib/ids'
import { mailMoment } from '#lib/notification-settings/mail-moment'
import { USUAL } from '#lib/notification-settings/schema'
import { runtime } from '#lib/server/runtime'
import type { Person } from './people.ts'
import { isAtLeast } from './rules.ts'
import type { Level } from './schema.ts'

type NewDelivery = Prisma.WarningDeliveryCreateManyInput
type Told = Pick<Warning, 'id' | 'round' | 'level' | 'projectId'>

/** Who gets what by which way, and when. Reads settings and channels once, however many warnings there are. */
export async function readDeliveryPlan(grant: Grant, now: Date) {
  const settings = new Map((await read(grant).notificationSettings.findMany()).map((row) => [row.memberId, row]))
  const channels = await read(grant).channel.findMany({ where: { isOn: true } })
  const hasMail = runtime().env.smtpUrl !== undefined
  const moments = new Map<string, Date | null>()

  function mailAt(memberId: string, isUrgent: boolean): Date | null {
    const name = `${memberId} ${isUrgent}`
    const known = moments.get(name)
    if (known !== undefined) return known
    const row = settings.get(memberId)
    const moment = mailMoment(row ? { ...row, email: row.email as (typeof USUAL)['email'] } : USUAL, isUrgent, now)
    moments.set(name, moment)
    return moment
  }

  return {
    /** To the inbox of each at once, where it waits for nothing; and by mail, where there is a mail server. */
    toPeople(warning: Told, people: Person[]): NewDelivery[] {
      return people.flatMap(({ id: memberId }) => {
        const common = { warningId: warning.id, round: warning.round, memberId, recipient: memberId }
        const inbox = { id: newId('dlv'), ...common, way: 'inbox', state: 'sent' as const, sentAt: now, nextAt: now }
        const nextAt = hasMail ? mailAt(memberId, warning.level === 'fail') : null
        return [inbox, ...(nextAt ? [{ id: newId('dlv'), ...common, way: 'email', nextAt }] : [])]
      })
    },
    toChannels: (warning: Told): NewDelivery[] =>
      channels.filter((channel) => takes(channel, warning)).map(({ id }) => toChannel(warning, 'raised', id, now)),
    /** To those that heard of it, whatever they take by now. */
    overTo: (warning: Told, heardBy: string[]): NewDelivery[] =>
      channels.filter(({ id }) => heardBy.includes(id)).map(({ id }) => toChannel(warning, 'resolved', id, now)),
    channelsFor: (warning: Pick<Warning, 'level' | 'projectId'>) =>
      channels.filter((channel) => takes(channel, warning)),
  }
}
export type DeliveryPlan = Awaited<ReturnType<typeof readDeliveryPlan>>

function toChannel({ id, round }: Told, event: 'raised' | 'resolved', channelId: string, now: Date): NewDelivery {
  const about = { warningId: id, round, event, way: channelId, channelId, recipient: channelId }
  return { id: newId('dlv'), ...about, nextAt: now }
}

function takes(channel: Channel, { level, projectId }: Pick<Warning, 'level' | 'projectId'>): boolean {
  return isAtLeast(level as Level, channel.level as Level) && (!channel.projectId || channel.projectId === projectId)
}
