import { listKeyApis } from '#lib/automations/list-key-apis'
import { KeyApiList } from '#lib/automations/schema'
import { route } from '#lib/http/route'

export const GET = route({
  action: 'provider.list',
  summary: 'The APIs through which Claviger makes and ends keys, and what each asks for.',
  output: KeyApiList,
  handler: async ({ ctx }) => ({ items: await listKeyApis(ctx), nextCursor: null }),
})
