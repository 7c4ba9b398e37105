export interface ProjectInSight {
  slug: string
  name: string
  environments: { id: string; slug: string; name: string; protected: boolean }[]
}

/** The project that is looked at, or all; and every environment that stands in them, by slug. */
export function projectsInSight(all: ProjectInSight[], slug: string | undefined) {
  const projects = all.filter((project) => !slug || project.slug === slug)
  const environments = new Map(projects.flatMap((project) => project.environments.map((one) => [one.slug, one])))
  return { projects, environments: [...environments.values()] }
}
