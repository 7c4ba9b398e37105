import { deleteCustomProvider } from '#lib/custom-providers/delete-custom-provider'
import { editCustomProvider } from '#lib/custom-providers/edit-custom-provider'
import { CustomProvider, EditCustomProviderInput } from '#lib/custom-providers/schema'
import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'

export const PATCH = route({
  action: 'provider.edit',
  summary: 'Changes how a server of the team’s own is asked.',
  params: IdParams,
  body: EditCustomProviderInput,
  output: CustomProvider,
  handler: ({ ctx, params, body }) => editCustomProvider(ctx, params.id, body),
})

export const DELETE = route({
  action: 'provider.delete',
  summary: 'Deletes a server of the team’s own that has no keys.',
  params: IdParams,
  handler: ({ ctx, params }) => deleteCustomProvider(ctx, params.id),
})
