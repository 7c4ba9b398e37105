import { commitEvent } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { AppError } from '#lib/errors'
import { newId } from '#lib/ids'
import { runtime } from '#lib/server/runtime'
import { authorizeChannel } from './authorize-channel.ts'
import { sendToChannel } from './send-to-channel.ts'

/** Sends a warning that is none. `upstream` where the channel does not take it. */
export async function testChannel(ctx: Context, id: string): Promise<void> {
  const grant = await authorizeChannel(ctx, 'channel.test', id)
  const channel = await read(grant).channel.findUniqueOrThrow({ where: { id } })
  await commitEvent(grant, {})
  const warning = {
    id: newId('wrn'),
    kind: 'pairing_failing' as const,
    level: 'info' as const,
    title: 'This is a test',
    detail: `${ctx.actor.name} sent it from Claviger. Nothing is wrong.`,
    keyId: null,
    provider: null,
    dueAt: null,
    raisedAt: new Date().toISOString(),
    step: 'admins' as const,
    escalatesAt: null,
    takenBy: null,
    snooze: null,
    resolvedAt: null,
  }
  const { url } = runtime().env
  const told = { id: newId('dlv'), event: 'raised' as const, warning, url: `${url}/notifications` }
  const sent = await sendToChannel(channel, [told])
  // An incident that nobody has is ended at once.
  if (channel.kind === 'pagerduty' && sent.problem === null)
    await sendToChannel(channel, [{ ...told, event: 'resolved' }])
  if (sent.problem !== null) throw new AppError('upstream', `${sent.problem} Nothing else was sent.`)
}
