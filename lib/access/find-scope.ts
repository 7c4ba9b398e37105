import { notFound } from '#lib/errors'
import { runtime } from '#lib/server/runtime'

const PLACE = { projectId: true, environmentId: true } as const
/** Of a value that was not stored: stands in no environment, only with its member. */
const OWN_PLACE = { ...PLACE, memberId: true } as const

/**
 * Which environment a thing stands in, asked before the policy can be: answers with ids only, shows the caller nothing.
 * Null where there is no such thing.
 */
export const findScope = {
  key: (id: string) => runtime().db.key.findUnique({ where: { id }, select: { ...PLACE, name: true } }),
  scopedKey: (id: string) => runtime().db.scopedKey.findUnique({ where: { id }, select: { ...PLACE, name: true } }),
  gateway: (id: string) => runtime().db.openClawGateway.findUnique({ where: { id }, select: { ...PLACE, name: true } }),
  import: (id: string) => runtime().db.keyImport.findUnique({ where: { id }, select: PLACE }),
  rotation: (id: string) => runtime().db.rotation.findUnique({ where: { id }, select: { ...PLACE, keyId: true } }),
  pairing: (id: string) => runtime().db.pairing.findUnique({ where: { id }, select: OWN_PLACE }),
  troubleshooting: (id: string) =>
    runtime().db.troubleshooting.findUnique({ where: { id }, select: { ...OWN_PLACE, keyId: true, provider: true } }),
  channel: (id: string) => runtime().db.channel.findUnique({ where: { id }, select: { name: true } }),
  warning: (id: string) =>
    runtime().db.warning.findUnique({ where: { id }, select: { ...PLACE, keyId: true, title: true } }),
  environment: async (id: string) => {
    const found = await runtime().db.environment.findUnique({ where: { id }, select: { id: true, projectId: true } })
    return found && { projectId: found.projectId, environmentId: found.id }
  },
}

/** A project by id or slug, with the ids of its environments; likewise only for the policy's question. */
export async function findProjectScope(idOrSlug: string) {
  const { db } = runtime()
  return db.project.findFirst({
    where: { OR: [{ id: idOrSlug }, { slug: idOrSlug }], deletedAt: null },
    select: { id: true, environments: { select: { id: true, slug: true, protected: true } } },
  })
}

/** An environment of a project, each by id or slug; `not_found` in the same words that the policy uses for the unseen. */
export async function findEnvironmentScope(
  project: string,
  environment: string,
): Promise<{ projectId: string; environmentId: string; protected: boolean }> {
  const found = await findProjectScope(project)
  const match = found?.environments.find(({ id, slug }) => id === environment || slug === environment)
  if (!found || !match) throw notFound()
  return { projectId: found.id, environmentId: match.id, protected: match.protected }
}
