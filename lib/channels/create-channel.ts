import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { findProjectScope } from '#lib/access/find-scope'
import type { Context } from '#lib/context'
import { invalid } from '#lib/errors'
import { newId } from '#lib/ids'
import { checkUrl } from '#lib/outbound/check-url'
import { runtime } from '#lib/server/runtime'
import { channelView, toChannel } from './channel-row.ts'
import { sealChannel } from './channel-secret.ts'
import { CreateChannelInput, type NewChannel } from './schema.ts'
import { makeWebhookSecret } from './sign-webhook.ts'

/** Warnings go there from now on. The secret that signs a webhook's calls is in this answer alone. */
export async function createChannel(ctx: Context, given: CreateChannelInput): Promise<NewChannel> {
  const input = CreateChannelInput.parse(given)
  const { kind, name, level } = input
  const subject = { target: { type: 'channel', id: 'new', name } }
  const grant = await authorize(ctx, 'channel.create', { subject })
  const url = input.url ?? ''
  if (url) {
    const checked = checkUrl(url, 'custom', runtime().outbound)
    if ('refused' in checked) throw invalid('url', checked.refused)
  }
  const project = input.project ? await findProjectScope(input.project) : null
  if (input.project && !project) throw invalid('project', 'There is no such project.')
  const secret = kind === 'webhook' ? makeWebhookSecret() : null
  const key = kind === 'pagerduty' ? input.routingKey : secret
  const id = newId('chn')
  const masked = kind === 'pagerduty' ? `…${input.routingKey.slice(-4)}` : new URL(url).host
  const row = await commit(grant, async (tx) => {
    const about = { id, kind, name, level, masked, projectId: project?.id ?? null }
    const result = await tx.channel.create({
      data: { ...about, sealed: sealChannel(id, { url, key }) },
      ...channelView,
    })
    return { result, event: { target: { type: 'channel', id, name }, after: { kind, level, masked } } }
  })
  return { ...toChannel(row), secret }
}
