import { isAppError } from '#lib/errors'
import { deleteKey } from '#lib/keys/delete-key'
import { revealKey } from '#lib/keys/reveal-key'
import type { Person, Who } from './people.ts'
import type { StoredKey } from './store-keys.ts'

/** What a day leaves in the history: values shown and copied with a reason, refusals, and a key put away. */
export async function workWithKeys(members: Record<Exclude<Who, 'owner'>, Person>, keys: StoredKey[]): Promise<void> {
  const { admin, developer, auditor } = members
  const find = (project: string, environment: string, name: string) =>
    keys.find((key) => key.project === project && key.environment === environment && key.name === name)?.id ?? ''
  const shown = find('Storefront', 'development', 'STRIPE_SECRET_KEY')
  const guarded = find('Storefront', 'production', 'STRIPE_SECRET_KEY')

  await revealKey(await developer.ask(), shown, {})
  await revealKey(await developer.ask(), shown, { copy: true })
  await revealKey(await developer.ask(), find('Storefront', 'staging', 'GITLAB_TOKEN'), { copy: true })
  const reason = 'The assistant answers slowly: comparing the deployed key.'
  await revealKey(await developer.ask(), find('Assistant', 'production', 'ANTHROPIC_API_KEY'), { reason })
  await revealKey(await admin.ask(), guarded, { reason: 'Entering the new value at the payment gateway.', copy: true })
  await refused(async () => revealKey(await developer.ask(), guarded, { reason: 'Looking at a failed payment.' }))
  await refused(async () => revealKey(await auditor.ask(), guarded, { reason: 'The yearly review.' }))
  for (const { id, isPutAway } of keys) if (isPutAway) await deleteKey(await admin.ask(), id)
}

async function refused(attempt: () => Promise<unknown>): Promise<void> {
  await attempt().catch((error: unknown) => {
    if (!isAppError(error) || error.code !== 'forbidden') throw error
  })
}
