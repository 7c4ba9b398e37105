import { setTimeout } from 'node:timers/promises'
import { authorize } from '#lib/access/authorize'
import { bySystem } from '#lib/access/by-system'
import { claimRotation, RENEW_SECONDS, releaseClaim, renewClaim } from '#lib/access/claim-rotation'
import { commit } from '#lib/access/commit'
import { observe } from '#lib/access/observe'
import { read } from '#lib/access/read'
import { isAppError } from '#lib/errors'
import { beginFollowUp } from '#lib/rotations/begin-follow-up'
import { discard } from './discard.ts'
import { drain } from './drain.ts'
import { mint } from './mint.ts'
import { plan } from './plan.ts'
import { prove } from './prove.ts'
import { backoff } from './reach.ts'
import { revoke } from './revoke.ts'
import type { State, Step, Turn } from './turn.ts'

const STEPS: Record<State, (turn: Turn) => Promise<Step>> = {
  planned: plan,
  minting: mint,
  minted: prove,
  draining: drain,
  revoking: revoke,
  discarding: discard,
}
/** Waited for in place; what takes longer is taken up again when it is due. */
const SHORT_SECONDS = 5
const MOST_SKEW_MS = 60_000

/**
 * Carries a rotation on until it ends, waits or asks for somebody. Nothing is written but under the fence of this claim:
 * whoever lost it can do no harm but a call whose trace the next one finds.
 */
export async function advanceRotation(id: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const claim = await claimRotation(id)
    if (!claim) return
    const renewing = setInterval(() => void renewClaim(id, claim.fence).catch(() => {}), RENEW_SECONDS * 1000)
    try {
      const waitSeconds = await takeSteps(id, claim.fence, claim.now.getTime() - Date.now(), signal)
      if (waitSeconds === null || waitSeconds > SHORT_SECONDS) return
      await releaseClaim(id, claim.fence)
      await setTimeout(waitSeconds * 1000 + 50, undefined, { signal }).catch(() => {})
    } finally {
      clearInterval(renewing)
      await releaseClaim(id, claim.fence)
    }
  }
}

/** Returns after how many seconds it is due again; null where it has ended, or is no longer ours. */
async function takeSteps(id: string, fence: number, skewMs: number, signal: AbortSignal): Promise<number | null> {
  const now = () => new Date(Date.now() + skewMs)
  let isFresh = false
  while (!signal.aborted) {
    const turn = await readTurn(id, { isFresh, now })
    if (!turn || turn.rotation.fence !== fence) return null
    const step: Step =
      Math.abs(skewMs) > MOST_SKEW_MS
        ? {
            waitSeconds: 60,
            problem: `The clocks of this machine and of its database differ by ${Math.round(Math.abs(skewMs) / 1000)} seconds. Set them right.`,
          }
        : await takeStep(turn)
    if (!(await keep(turn, step))) return null
    if ('waitSeconds' in step) return step.waitSeconds
    if ('ask' in step || 'end' in step) return null
    const dueAt = step.data?.nextAt?.getTime()
    if (dueAt && dueAt > now().getTime()) return (dueAt - now().getTime()) / 1000
    isFresh = true
  }
  return null
}

/** What nobody expected is tried again, and said: a rotation never ends in silence. */
async function takeStep(turn: Turn): Promise<Step> {
  try {
    return await STEPS[turn.rotation.state as State](turn)
  } catch (error) {
    if (isAppError(error) && error.code === 'conflict') return { ask: error.message }
    const problem = isAppError(error)
      ? error.message
      : 'Something failed that was not expected; the log of the server has it.'
    if (!isAppError(error)) console.error(`A rotation waits after ${error instanceof Error ? error.name : 'an error'}`)
    return { waitSeconds: Math.max(5, backoff(turn.rotation.tries)), problem }
  }
}

async function readTurn(id: string, about: Pick<Turn, 'isFresh' | 'now'>): Promise<Turn | null> {
  const everywhere = await authorize(bySystem('Automatic rotation'), 'rotation.advance')
  const rotation = await read(everywhere).rotation.findUnique({
    where: { id },
    include: { key: { include: { automation: true, versions: { orderBy: { number: 'desc' } } } } },
  })
  if (!rotation?.openKeyId || !(rotation.state in STEPS)) return null
  const { key: found, ...row } = rotation
  const { automation, ...key } = found
  const { projectId, environmentId } = key
  const target = { type: 'key', id: key.id, name: key.name }
  const grant = await authorize(bySystem('Automatic rotation'), 'rotation.advance', {
    projectId,
    environmentId,
    subject: { projectId, environmentId, keyId: key.id, target },
  })
  return { grant, rotation: row, key, automation, ...about }
}

/** False where somebody else has taken it over, or it was changed meanwhile: then nothing of the step was kept. */
async function keep(turn: Turn, step: Step): Promise<boolean> {
  const { rotation, grant, now } = turn
  const { id, fence, state } = rotation
  const where = { id, fence, state }
  if ('waitSeconds' in step) {
    const nextAt = new Date(now().getTime() + step.waitSeconds * 1000)
    const data = { ...step.data, nextAt, tries: step.problem ? rotation.tries + 1 : 0, problem: step.problem }
    return (await observe((db) => db.rotation.updateMany({ where, data }))).count === 1
  }
  const ended = 'end' in step ? { state: step.end, endedAt: now(), openKeyId: null, nextAt: null } : null
  const moved = 'to' in step ? { state: step.to, nextAt: now() } : null
  const asked = 'ask' in step ? { problem: step.ask, needsPerson: true } : null
  try {
    await commit(grant, async (tx) => {
      await tx.rotation.update({ where, data: { tries: 0, ...moved, ...ended, ...asked, ...step.data } })
      if ('work' in step) await step.work?.(tx)
      if (ended) await beginFollowUp(tx, rotation)
      const after = {
        rotation: id,
        state: ended?.state ?? moved?.state ?? state,
        ...('event' in step ? step.event : {}),
      }
      const outcome = 'ask' in step || ended?.state === 'failed' ? ('failed' as const) : ('allowed' as const)
      return { result: undefined, event: { outcome, after, ...('ask' in step ? { reason: step.ask } : {}) } }
    })
    return true
  } catch (error) {
    if (isAppError(error) && error.code === 'conflict') return false
    throw error
  }
}
