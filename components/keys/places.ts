import { type Action, may } from '#lib/access/policy'
import { longestLifeDays } from '#lib/scoped-keys/schema'

/** An environment of a project, as forms choose it. */
export interface Place {
  projectSlug: string
  projectName: string
  environmentSlug: string
  environmentName: string
  protected: boolean
  /** Days that a scoped key may live here. */
  scopedKeyDays: number
}

interface ProjectWithEnvironments {
  slug: string
  name: string
  environments: { id: string; slug: string; name: string; protected: boolean; scopedKeyMaxDays: number | null }[]
}

/** The environments in which this person may do that; the first is the least protected. */
export function placesFor(
  holder: Parameters<typeof may>[0],
  action: Action,
  projects: readonly ProjectWithEnvironments[],
): Place[] {
  return projects.flatMap((project) =>
    project.environments
      .filter(({ id }) => may(holder, action, id))
      .map((environment) => ({
        projectSlug: project.slug,
        projectName: project.name,
        environmentSlug: environment.slug,
        environmentName: environment.name,
        protected: environment.protected,
        scopedKeyDays: longestLifeDays(environment),
      })),
  )
}

export function placeId(place: Place): string {
  return `${place.projectSlug}/${place.environmentSlug}`
}

/** The place that an address asks for; else the first of its project; else the first. */
export function firstPlace(places: Place[], start: { project?: string; environment?: string }): string | undefined {
  const inProject = places.filter(({ projectSlug }) => !start.project || projectSlug === start.project)
  const place =
    inProject.find(({ environmentSlug }) => environmentSlug === start.environment) ?? inProject[0] ?? places[0]
  return place && placeId(place)
}
