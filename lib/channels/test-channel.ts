import { commitEvent } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { AppError } from '#lib/errors'
import { authorizeChannel } from './authorize-channel.ts'
import { sendToChannel } from './send-to-channel.ts'
import { testWarning } from './test-warning.ts'

/** Sends a warning that is none. `upstream` where the channel does not take it. */
export async function testChannel(ctx: Context, id: string): Promise<void> {
  const grant = await authorizeChannel(ctx, 'channel.test', id)
  const channel = await read(grant).channel.findUniqueOrThrow({ where: { id } })
  await commitEvent(grant, {})
  const told = testWarning(ctx.actor.name)
  const sent = await sendToChannel(channel, [told])
  // An incident that nobody has is ended at once.
  if (channel.kind === 'pagerduty' && sent.problem === null)
    await sendToChannel(channel, [{ ...told, event: 'resolved' }])
  if (sent.problem !== null) throw new AppError('upstream', `${sent.problem} Nothing else was sent.`)
}
