import { authorize } from '#lib/access/authorize'
import { commit, type Transaction } from '#lib/access/commit'
import { findEnvironmentScope } from '#lib/access/find-scope'
import { requireLiveProject } from '#lib/access/require-live-project'
import type { Context } from '#lib/context'
import { newId } from '#lib/ids'
import { sealVersion } from '#lib/keys/seal-version'
import { type NewVersion, storeVersions } from '#lib/keys/store-versions'
import { planImport, type Step } from './plan-import.ts'
import { IMPORT_ACTIONS, type ImportInput, type ImportResult } from './schema.ts'

/** Names in one event; the counts tell the rest. */
const MOST_NAMED = 200

/** Adds and changes the keys of a file, all of them or none, or only says what would happen. */
export async function importKeys(ctx: Context, input: ImportInput): Promise<ImportResult> {
  const place = await findEnvironmentScope(input.project, input.environment)
  const { projectId, environmentId } = place
  const target = { type: 'environment', id: environmentId, name: input.environment }
  const grant = await authorize(ctx, 'key.import', {
    projectId,
    environmentId,
    subject: { projectId, environmentId, target },
  })
  const steps = await planImport(grant, environmentId, input)
  const result = resultOf(steps, input.dryRun)
  if (input.dryRun || result.counts.add + result.counts.change === 0) return result
  const added = steps.flatMap((step) => (step.action === 'add' ? [addition(place, step, ctx.actor.id)] : []))
  const id = newId('imp')
  const changed = steps.flatMap((step) => (step.action === 'change' ? [change(place, step, ctx.actor.id)] : []))
  await commit(
    grant,
    async (tx) => {
      await storeAdditions(tx, added)
      if (changed.length > 0) await storeVersions(tx, changed)
      await tx.keyImport.create({
        data: {
          id,
          projectId,
          environmentId,
          added: added.map(({ key }) => key.id),
          changed: changed.map(({ keyId }) => keyId),
          before: changed.map(({ replaces }) => replaces),
          after: changed.map(({ number }) => number),
        },
      })
      await requireLiveProject(tx, projectId)
      const after = { counts: result.counts, added: namesOf(steps, 'add'), changed: namesOf(steps, 'change') }
      return { result: undefined, event: { after: { ...after, import: id } } }
    },
    'A key of one of these names was added at the same moment. Nothing was imported; look at the preview again.',
  )
  return { ...result, id }
}

function resultOf(steps: Step[], dryRun: boolean): ImportResult {
  const count = (action: string) => steps.filter((step) => step.action === action).length
  const counts = Object.fromEntries(IMPORT_ACTIONS.map((action) => [action, count(action)])) as ImportResult['counts']
  return { id: null, dryRun, counts, lines: steps.map(({ value: _, stored: __, ...line }) => line) }
}

function namesOf(steps: Step[], action: Step['action']): (string | null)[] {
  return steps
    .filter((step) => step.action === action)
    .slice(0, MOST_NAMED)
    .map(({ name }) => name)
}

interface Place {
  projectId: string
  environmentId: string
}

function addition({ projectId, environmentId }: Place, { name, provider = '', value = '' }: Step, createdById: string) {
  const id = newId('key')
  const version = sealVersion({ projectId, environmentId, keyId: id, number: 1, value, providerId: provider })
  const { masked, fingerprint } = version
  return {
    key: {
      id,
      projectId,
      environmentId,
      name: name ?? '',
      provider,
      masked,
      fingerprint,
      permissionsDeclared: [],
      tags: [],
    },
    version: { ...version, keyId: id, state: 'current' as const, createdById, reason: IMPORTED },
  }
}

function change({ projectId, environmentId }: Place, { stored, value = '' }: Step, createdById: string): NewVersion {
  if (!stored) throw new Error('a change without the key that it changes')
  const place = { projectId, environmentId, keyId: stored.id, number: stored.latest + 1, providerId: stored.provider }
  return {
    ...sealVersion({ ...place, value }),
    keyId: stored.id,
    replaces: stored.version,
    createdById,
    reason: IMPORTED,
  }
}

const IMPORTED = 'Imported'

async function storeAdditions(tx: Transaction, added: ReturnType<typeof addition>[]): Promise<void> {
  await tx.key.createMany({ data: added.map(({ key }) => key) })
  await tx.keyVersion.createMany({ data: added.map(({ version }) => version) })
  await tx.keyState.createMany({ data: added.map(({ key }) => ({ keyId: key.id })) })
}
