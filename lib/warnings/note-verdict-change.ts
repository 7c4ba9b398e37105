import { authorize } from '#lib/access/authorize'
import { bySystem } from '#lib/access/by-system'
import { observeTogether } from '#lib/access/observe'
import { read } from '#lib/access/read'
import { newId } from '#lib/ids'
import type { Events } from '#lib/jobs/events'
import { inWords } from './in-words.ts'
import { readPeople } from './people.ts'
import { readDeliveryPlan } from './plan-deliveries.ts'
import { readPolicyBook } from './policy-book.ts'
import { readRules } from './read-rules.ts'

/** Tells whoever is first told of a key that its verdict is another one: once, as news, and nobody after them. */
export async function noteVerdictChange({
  keyId,
  pairingId,
  from,
  to,
  at,
}: Events['key.verdict_changed']): Promise<void> {
  if (from === null) return
  const grant = await authorize(bySystem('Warnings'), 'warning.raise')
  const rule = (await readRules(grant)).find(({ kind }) => kind === 'verdict_changed')
  const key = await read(grant).key.findFirst({
    where: { id: keyId, deletedAt: null, project: { deletedAt: null } },
    include: { project: { select: { name: true } }, environment: { select: { name: true } } },
  })
  if (!key || !rule?.isOn) return
  const { projectId, environmentId, provider, ownerId } = key
  const { step, people } = (await readPeople(grant, await readPolicyBook(grant))).at(
    { keyId, projectId, environmentId },
    ownerId,
    0,
  )
  const now = new Date(at)
  const row = {
    id: newId('wrn'),
    kind: 'verdict_changed',
    subject: `verdict_changed:${keyId}:${pairingId}`,
    keyId,
    projectId,
    environmentId,
    provider,
    level: 'info',
    title: `${key.name}: the verdict is “${inWords(to)}”`,
    detail: `${key.project.name}, ${key.environment.name}. It was “${inWords(from)}”.`,
    round: 1,
    step,
    raisedAt: now,
    // News, and nothing to do.
    resolvedAt: now,
  }
  const plan = await readDeliveryPlan(grant, now)
  await observeTogether(async (db) => {
    await db.warning.createMany({ data: [row] })
    await db.warningDelivery.createMany({ data: [...plan.toPeople(row, people), ...plan.toChannels(row)] })
  })
}
