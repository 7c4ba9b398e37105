import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { type PolicyWithPeople, policyInclude } from './effective-policy.ts'

export interface PolicyPlace {
  keyId?: string
  environmentId?: string | undefined
  projectId: string
}

/** The policies that hold at a place, the narrowest first. One query. */
export async function readPolicies(grant: Grant, place: PolicyPlace): Promise<PolicyWithPeople[]> {
  const { keyId, environmentId, projectId } = place
  const rows = await read(grant).rotationPolicy.findMany({
    where: { OR: [...(keyId ? [{ keyId }] : []), ...(environmentId ? [{ environmentId }] : []), { projectId }] },
    include: policyInclude,
  })
  const width = (row: PolicyWithPeople) => (row.keyId ? 0 : row.environmentId ? 1 : 2)
  return rows.sort((one, other) => width(one) - width(other))
}
