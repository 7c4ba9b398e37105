import { createCustomProvider } from '#lib/custom-providers/create-custom-provider'
import { CreateCustomProviderInput, CustomProvider } from '#lib/custom-providers/schema'
import { route } from '#lib/http/route'
import { listProviders } from '#lib/provider-list/list-providers'
import { ListedProviders } from '#lib/provider-list/schema'

export const GET = route({
  action: 'provider.list',
  summary: 'The catalogue of providers.',
  output: ListedProviders,
  handler: ({ ctx }) => listProviders(ctx),
})

export const POST = route({
  action: 'provider.create',
  summary: 'Adds a server of the team’s own.',
  body: CreateCustomProviderInput,
  output: CustomProvider,
  status: 201,
  handler: ({ ctx, body }) => createCustomProvider(ctx, body),
})
