import { setAutomation } from '#lib/automations/set-automation'
import { createKey } from '#lib/keys/create-key'
import { advanceRotation } from '#lib/rotation-engine/advance-rotation'
import type { Rotation, StartRotationInput } from '#lib/rotations/schema'
import { startRotation } from '#lib/rotations/start-rotation'
import { type Lab, startLab } from '../lab/start-lab.ts'
import { freshWorld, type World, type WorldMember, type WorldProject } from '../support/world.ts'

export interface Automated {
  keyId: string
  makerId: string
  /** The value that was made by hand. */
  first: string
  account: ReturnType<Lab['keyApi']>
}

/** A world whose keys are made by the lab's key APIs. */
export async function automatedWorld() {
  const lab = await startLab()
  const world = await freshWorld({
    CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1',
    CLAVIGER_DNS_COMPARE: '',
    CLAVIGER_CONTROL_HOSTS: '',
  })
  const project = await world.project()
  const manager = await world.member('member', { [project.development]: 'manager', [project.production]: 'manager' })
  let count = 0
  return {
    lab,
    world,
    project,
    manager,
    /** A key that was made by hand, of which the key API knows, with its automation. */
    async automate(api = 'openai'): Promise<Automated> {
      count += 1
      const account = lab.keyApi(api)
      const provider = account.api.provider
      const made = account.ledger.mint(`by-hand-${count}`, usualKind(api, account.api.settings))
      return automateKey({ world, project, manager, lab }, { account, provider, first: made.value, count })
    },
    close: async () => {
      await world.close()
      await lab.stop()
    },
  }
}

/** Twilio's key API makes keys of one account, in a form of its own. */
function usualKind(api: string, settings: Record<string, string>) {
  if (api === 'twilio')
    return { kind: 'apiKey', value: `${settings.accountSid}:SK${'0'.repeat(31)}1:${'a'.repeat(32)}` }
  return api === 'openai' ? { kind: 'serviceAccount' } : {}
}

interface Made {
  account: Automated['account']
  provider: string
  first: string
  count: number
}

async function automateKey(
  { project, manager, lab }: { world: World; project: WorldProject; manager: WorldMember; lab: Lab },
  { account, provider, first, count }: Made,
): Promise<Automated> {
  const place = { project: project.slug, environment: 'development', provider }
  const key = await createKey(manager.ctx, { ...place, name: `KEY_${count}`, value: first, baseUrl: lab.url(provider) })
  const maker = await createKey(manager.ctx, {
    ...place,
    name: `MAKER_${count}`,
    value: account.credential,
    baseUrl: lab.url(provider),
    purpose: 'rotation',
  })
  await setAutomation(manager.ctx, key.id, {
    api: account.api.id,
    maker: maker.id,
    settings: account.api.settings,
    baseUrl: account.url,
  })
  return { keyId: key.id, makerId: maker.id, first, account }
}

/** Carries a rotation on as the queue does, with the waits left out: their end is moved to now. Returns its states. */
export async function carryOn(world: Pick<World, 'db'>, rotationId: string, turns = 30): Promise<string[]> {
  const states: string[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    await advanceRotation(rotationId, new AbortController().signal)
    const row = await world.db.rotation.findUniqueOrThrow({ where: { id: rotationId } })
    states.push(row.state)
    if (!row.openKeyId || row.needsPerson) return states
    await passTime(world, rotationId)
  }
  return states
}

/** What was to be waited for is over. */
export async function passTime(world: Pick<World, 'db'>, rotationId: string): Promise<void> {
  const row = await world.db.rotation.findUniqueOrThrow({ where: { id: rotationId } })
  const hourMs = 3_600_000
  const earlier = (date: Date | null, ms: number) => (date ? new Date(date.getTime() - ms) : null)
  const waitMs = row.nextAt ? Math.max(0, row.nextAt.getTime() - Date.now()) : 0
  await world.db.rotation.update({
    where: { id: rotationId },
    data: {
      nextAt: new Date(0),
      mintAskedAt: earlier(row.mintAskedAt, Math.min(waitMs, hourMs)),
      overlapEndsAt: earlier(row.overlapEndsAt, waitMs),
    },
  })
}

/** Starts one as a person does. */
export function rotate(manager: WorldMember, keyId: string, input: StartRotationInput = {}): Promise<Rotation> {
  return startRotation(manager.ctx, keyId, input)
}
