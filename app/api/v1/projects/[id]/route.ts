import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { deleteProject } from '#lib/projects/delete-project'
import { editProject } from '#lib/projects/edit-project'
import { findProject } from '#lib/projects/find-project'
import { EditProjectInput, Project } from '#lib/projects/schema'

export const GET = route({
  action: 'project.find',
  summary: 'A project by id or slug, with the environments that the caller sees.',
  params: IdParams,
  output: Project,
  handler: ({ ctx, params }) => findProject(ctx, params.id),
})

export const PATCH = route({
  action: 'project.edit',
  summary: 'Renames a project.',
  params: IdParams,
  body: EditProjectInput,
  output: Project,
  handler: ({ ctx, params, body }) => editProject(ctx, params.id, body),
})

export const DELETE = route({
  action: 'project.delete',
  summary: 'Puts an empty project away.',
  params: IdParams,
  handler: ({ ctx, params }) => deleteProject(ctx, params.id),
})
