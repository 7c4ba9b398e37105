import type { Channel as ChannelRow } from '#lib/db/generated/client'
import type { Channel } from './schema.ts'

export function toChannel(row: Omit<ChannelRow, 'sealed'>, waiting: number): Channel {
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
    waiting,
  }
}
