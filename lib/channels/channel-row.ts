import type { Prisma } from '#lib/db/generated/client'
import type { Channel } from './schema.ts'

/** Never the address itself. */
export const channelView = {
  omit: { sealed: true },
  include: { _count: { select: { deliveries: { where: { state: { in: ['waiting', 'sending'] } } } } } },
} satisfies Prisma.ChannelDefaultArgs

export function toChannel(row: Prisma.ChannelGetPayload<typeof channelView>): Channel {
  const { id, kind, name, isOn, level, projectId, masked, sentAt, problem, problemAt } = row
  return {
    id,
    kind: kind as Channel['kind'],
    name,
    isOn,
    level: level as Channel['level'],
    projectId,
    masked,
    sentAt: sentAt?.toISOString() ?? null,
    problem,
    problemAt: problemAt?.toISOString() ?? null,
    waiting: row._count.deliveries,
  }
}
