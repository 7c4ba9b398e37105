import { authorize } from '#lib/access/authorize'
import { findEnvironmentScope } from '#lib/access/find-scope'
import { refuseBySwitch } from '#lib/access/refuse-by-switch'
import type { Context } from '#lib/context'
import { invalid } from '#lib/errors'
import { openReached } from './open-reached.ts'
import { readLiveKeys } from './read-live-keys.ts'
import { requireNames } from './require-names.ts'
import type { FetchedValues, FetchFormat } from './schema.ts'
import { tagOf } from './tag-of.ts'

export interface Asked {
  project: string
  environment: string
  /** All that the caller reaches where it is left out. */
  names?: string[] | undefined
  previous?: boolean
  /** Whether values are wanted, or only the tag. True unless said. */
  opens?: boolean
  /** Whether the names have to be names of variables: in every form but JSON. */
  format?: FetchFormat
  reason?: string | undefined
  /** The tags of what the caller has already. */
  known?: string[]
}

/** What came of it, and which environment it was about, so that whoever asked can wait for the next change. */
export interface Fetched {
  environmentId: string
  etag: string
  /** Null where the caller has all of it already: then nothing was opened and nothing written. */
  values: FetchedValues | null
}

/**
 * The current values of an environment for a person. Keys that were revoked are left out. `not_found` for a name that is not there; `invalid` for want of
 * a reason, where the environment is protected.
 */
export async function fetchValues(ctx: Context, asked: Asked): Promise<Fetched> {
  const { projectId, environmentId } = await findEnvironmentScope(asked.project, asked.environment)
  const target = { type: 'environment', id: environmentId, name: asked.environment }
  const scope = { projectId, environmentId }
  const grant = await authorize(ctx, 'value.fetch', { ...scope, subject: { ...scope, target } })
  const environment = await readLiveKeys(grant, environmentId)
  const { previous = false, reason } = asked
  const keys = requireNames(environment.keys, asked)
  const etag = tagOf(keys, { previous })
  if (asked.known?.includes(etag)) return { environmentId, etag, values: null }
  if (asked.opens === false) return { environmentId, etag, values: { values: {}, etag } }
  if (environment.protected && !reason)
    throw invalid('reason', 'This environment is protected: say why you need the values, or use a scoped key.')
  await refuseBySwitch(grant, environment, reason)
  return { environmentId, etag, values: { values: await openReached(grant, { keys, previous, reason }), etag } }
}
