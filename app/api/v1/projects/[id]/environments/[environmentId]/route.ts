import { deleteEnvironment } from '#lib/environments/delete-environment'
import { editEnvironment } from '#lib/environments/edit-environment'
import { EditEnvironmentInput, EnvironmentParams } from '#lib/environments/schema'
import { route } from '#lib/http/route'
import { Environment } from '#lib/projects/schema'

export const PATCH = route({
  action: 'environment.edit',
  summary: 'Renames or protects an environment. Owners and admins also turn step-up and approval on and off.',
  params: EnvironmentParams,
  body: EditEnvironmentInput,
  output: Environment,
  handler: ({ ctx, params, body }) => editEnvironment(ctx, params.id, params.environmentId, body),
})

export const DELETE = route({
  action: 'environment.delete',
  summary: 'Deletes an empty environment for good.',
  params: EnvironmentParams,
  handler: ({ ctx, params }) => deleteEnvironment(ctx, params.id, params.environmentId),
})
