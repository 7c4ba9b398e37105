import type { Prisma } from '#lib/db/generated/client'

export const ofKeyInclude = {
  id: true,
  name: true,
  project: { select: { slug: true } },
  environment: { select: { name: true } },
} satisfies Prisma.KeySelect

/** Which key it is, in a list of many. */
export function ofKey({ id, name, project, environment }: Prisma.KeyGetPayload<{ select: typeof ofKeyInclude }>) {
  return { id, name, project: project.slug, environment: environment.name }
}
