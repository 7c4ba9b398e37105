import { createEnvironment } from '#lib/environments/create-environment'
import { listEnvironments } from '#lib/environments/list-environments'
import { CreateEnvironmentInput } from '#lib/environments/schema'
import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { Environment, EnvironmentList } from '#lib/projects/schema'

export const GET = route({
  action: 'project.find',
  summary: 'The environments of a project that the caller sees, in their order.',
  params: IdParams,
  output: EnvironmentList,
  handler: ({ ctx, params }) => listEnvironments(ctx, params.id),
})

export const POST = route({
  action: 'environment.create',
  summary: 'Adds an environment to a project.',
  params: IdParams,
  body: CreateEnvironmentInput,
  output: Environment,
  status: 201,
  handler: ({ ctx, params, body }) => createEnvironment(ctx, params.id, body),
})
