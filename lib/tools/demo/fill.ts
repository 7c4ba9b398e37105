import { identify } from '#lib/access/identify'
import { inviteMember } from '#lib/invitations/invite-member'
import { createToken } from '#lib/tokens/create-token'
import type { DemoRecord } from './demo-record.ts'
import type { Lab } from './lab.ts'
import { mintValues, recallValues } from './mint-values.ts'
import { pairKeys, pairUnstored } from './pair-keys.ts'
import { admitPeople, arrive, type Person, people } from './people.ts'
import { startProjects } from './start-projects.ts'
import { storeKeys } from './store-keys.ts'
import { workWithKeys } from './work-with-keys.ts'
import { recallKeyApi, workWithRotations } from './work-with-rotations.ts'
import { workWithScopedKeys } from './work-with-scoped-keys.ts'

export interface Filling {
  lab: Lab
  record: DemoRecord
  /** Keeps the record where a later start finds it. */
  save(): void
  /** Hears what is being done. */
  say(line: string): void
}

/**
 * Fills the demo by running the product: members sign in, projects and keys are made, and each key is tested against the
 * simulated providers. Where there are members already, it only lets the providers know their keys again.
 */
export async function fill({ lab, record, save, say }: Filling): Promise<void> {
  if ((await identify().member.count()) > 0) {
    recallValues(lab, record)
    return recallKeyApi(lab, record)
  }
  const minted = mintValues(lab, record)
  save()
  say('making members and projects')
  const developerId = await admitPeople(record.password)
  const members = await arriveAll(record.password)
  const { owner, admin, developer } = members
  const projects = await startProjects(admin, developerId)
  say(`storing ${minted.length} keys`)
  const keys = await storeKeys(admin, projects, minted)
  say('testing them against the simulated providers')
  await pairKeys(lab, { admin, developer }, keys)
  await pairUnstored(lab, developer)
  await workWithKeys(members, keys)
  await workWithScopedKeys(members)
  const assistant = projects.find(({ slug }) => slug === 'assistant')
  if (assistant) await workWithRotations(admin, lab, record, assistant.id)
  save()
  await inviteMember(await owner.ask(), { email: 'newcomer@example.test', role: 'member', grants: [] })
  await createToken(await owner.ask(), { name: 'Command line', expiresInDays: 30 })
  for (const member of Object.values(members)) await member.leave()
}

async function arriveAll(password: string) {
  const arriving = (Object.keys(people) as (keyof typeof people)[]).map(
    async (who) => [who, await arrive(who, password)] as const,
  )
  return Object.fromEntries(await Promise.all(arriving)) as Record<keyof typeof people, Person>
}
