import { notFound } from '#lib/errors'
import { runtime } from '#lib/server/runtime'

interface EnvironmentScope {
  projectId: string
  environmentId: string
}
/** Of a value that was not stored: stands in no environment, only with its member. */
type OwnScope = { [K in keyof EnvironmentScope | 'memberId']: string | null }

/**
 * Which environment a thing stands in, asked before the policy can be: answers with ids only, shows the caller nothing.
 * Null where there is no such thing.
 */
export async function findScope(kind: 'environment', id: string): Promise<EnvironmentScope | null>
export async function findScope(kind: 'key', id: string): Promise<(EnvironmentScope & { name: string }) | null>
export async function findScope(kind: 'scoped_key', id: string): Promise<(EnvironmentScope & { name: string }) | null>
export async function findScope(kind: 'import', id: string): Promise<EnvironmentScope | null>
export async function findScope(kind: 'rotation', id: string): Promise<(EnvironmentScope & { keyId: string }) | null>
export async function findScope(kind: 'gateway', id: string): Promise<(EnvironmentScope & { name: string }) | null>
export async function findScope(kind: 'pairing', id: string): Promise<OwnScope | null>
export async function findScope(
  kind: 'troubleshooting',
  id: string,
): Promise<(OwnScope & { keyId: string | null; provider: string }) | null>
export async function findScope(
  kind: 'key' | 'scoped_key' | 'import' | 'gateway' | 'rotation' | 'environment' | 'pairing' | 'troubleshooting',
  id: string,
) {
  const { db } = runtime()
  if (kind === 'key')
    return db.key.findUnique({ where: { id }, select: { name: true, projectId: true, environmentId: true } })
  if (kind === 'scoped_key')
    return db.scopedKey.findUnique({ where: { id }, select: { name: true, projectId: true, environmentId: true } })
  if (kind === 'import')
    return db.keyImport.findUnique({ where: { id }, select: { projectId: true, environmentId: true } })
  if (kind === 'rotation')
    return db.rotation.findUnique({ where: { id }, select: { keyId: true, projectId: true, environmentId: true } })
  if (kind === 'gateway')
    return db.openClawGateway.findUnique({
      where: { id },
      select: { name: true, projectId: true, environmentId: true },
    })
  if (kind === 'pairing')
    return db.pairing.findUnique({ where: { id }, select: { projectId: true, environmentId: true, memberId: true } })
  if (kind === 'troubleshooting') {
    const select = { projectId: true, environmentId: true, memberId: true, keyId: true, provider: true }
    return db.troubleshooting.findUnique({ where: { id }, select })
  }
  const environment = await db.environment.findUnique({ where: { id }, select: { id: true, projectId: true } })
  return environment && { projectId: environment.projectId, environmentId: environment.id }
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
