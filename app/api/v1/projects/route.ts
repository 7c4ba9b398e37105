import { route } from '#lib/http/route'
import { ListQuery } from '#lib/list/cursor'
import { createProject } from '#lib/projects/create-project'
import { listProjects } from '#lib/projects/list-projects'
import { CreateProjectInput, Project, ProjectList } from '#lib/projects/schema'

export const GET = route({
  action: 'project.list',
  summary: 'Projects in which the caller sees an environment.',
  query: ListQuery,
  output: ProjectList,
  handler: ({ ctx, query }) => listProjects(ctx, query),
})

export const POST = route({
  action: 'project.create',
  summary: 'Starts a project with development, staging and protected production, managed by whoever starts it.',
  body: CreateProjectInput,
  output: Project,
  status: 201,
  handler: ({ ctx, body }) => createProject(ctx, body),
})
