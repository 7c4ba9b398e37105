import { route } from '#lib/http/route'
import { listProviders } from '#lib/provider-list/list-providers'
import { ListedProviders } from '#lib/provider-list/schema'

export const GET = route({
  action: 'provider.list',
  summary: 'The catalogue of providers.',
  output: ListedProviders,
  handler: ({ ctx }) => listProviders(ctx),
})
