import type { EnvironmentRole } from '#lib/access/roles'
import { setGrant } from '#lib/grants/set-grant'
import { createProject } from '#lib/projects/create-project'
import type { Project } from '#lib/projects/schema'
import type { Person } from './people.ts'
import { plannedKeys } from './planned-keys.ts'

/** The developer works everywhere but in the production of the first project, which they only see. */
export async function startProjects(admin: Person, developerId: string): Promise<Project[]> {
  const projects: Project[] = []
  for (const name of Object.keys(plannedKeys)) projects.push(await createProject(await admin.ask(), { name }))
  for (const [index, { environments }] of projects.entries()) {
    for (const environment of environments) {
      const role: EnvironmentRole = index === 0 && environment.protected ? 'viewer' : 'developer'
      await setGrant(await admin.ask(), environment.id, developerId, { role })
    }
  }
  return projects
}
