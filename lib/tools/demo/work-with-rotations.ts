import { authorizeKey } from '#lib/access/authorize-key'
import { bySystem } from '#lib/access/by-system'
import { identify } from '#lib/access/identify'
import { setAutomation } from '#lib/automations/set-automation'
import { createKey } from '#lib/keys/create-key'
import { openVersions } from '#lib/keys/open-versions'
import { setPolicy } from '#lib/rotation-policies/set-policy'
import { startRotation } from '#lib/rotations/start-rotation'
import type { DemoRecord } from './demo-record.ts'
import type { Lab } from './lab.ts'
import { type Person, people } from './people.ts'

const API = 'openai'
const NAME = 'OPENAI_BATCH_KEY'

/** A key that Claviger rotates by itself, in the middle of its overlap; and a policy for a whole project. */
export async function workWithRotations(admin: Person, lab: Lab, record: DemoRecord, projectId: string): Promise<void> {
  const account = lab.keyApi(API)
  const place = { project: 'assistant', environment: 'staging', provider: 'openai' }
  const { value } = account.ledger.mint('made by hand', { kind: 'serviceAccount' })
  const key = await createKey(await admin.ask(), { ...place, name: NAME, value, ownerEmail: people.developer.email })
  const { credential } = account
  record.makesKeys = { keyId: key.id, credential }
  const about = { ...place, name: 'OPENAI_ADMIN_KEY', value: credential, purpose: 'rotation' as const }
  const maker = await createKey(await admin.ask(), { ...about, notes: 'Makes and ends keys; opened for nothing else.' })
  await setAutomation(await admin.ask(), key.id, { maker: maker.id, settings: account.api.settings })
  await setPolicy(await admin.ask(), 'project', projectId, { everyDays: 90, maxAgeDays: 365 })
  await startRotation(await admin.ask(), key.id, { reason: 'To see how it goes.' })
}

/** After a new start the simulated key API knows its credential and its keys again. */
export async function recallKeyApi(lab: Lab, { makesKeys }: DemoRecord): Promise<void> {
  if (!makesKeys) return
  const { keyId, credential } = makesKeys
  const account = lab.keyApi(API)
  account.setCredential(credential)
  const versions = await identify().keyVersion.findMany({
    where: { keyId, state: { in: ['current', 'previous', 'pending'] } },
    select: { number: true, providerKeyId: true },
  })
  const grant = await authorizeKey(bySystem('Demo'), 'key.test', keyId)
  for (const { number, value } of await openVersions(grant, keyId, 'to let the simulated provider know it again')) {
    const known = versions.find((version) => version.number === number)
    if (known) account.ledger.recall(known.providerKeyId, value)
  }
}
