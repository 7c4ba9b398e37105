import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { invalid, notFound } from '#lib/errors'
import { authorizeTroubleshooting } from './authorize-troubleshooting.ts'
import { changeFindings } from './change-findings.ts'
import { concludeFrom } from './conclusion/conclude-from.ts'
import type { Findings, GivenAnswer } from './findings.ts'
import { MASK_NOTHING, type Mask, maskFor } from './mask-for.ts'
import { readFindings } from './read-findings.ts'
import type { EditTroubleshootingInput, Troubleshooting, TroubleshootingAction } from './schema.ts'
import { buildSteps } from './steps/build-steps.ts'

/** Keeps what a person answered, ticked or told about the application. */
export async function editTroubleshooting(
  ctx: Context,
  id: string,
  { application, answers = {} }: EditTroubleshootingInput,
): Promise<Troubleshooting> {
  const grant = await authorizeTroubleshooting(ctx, 'troubleshooting.edit', id)
  const row = await read(grant).troubleshooting.findUnique({ where: { id }, select: { findings: true } })
  if (!row) throw notFound()
  const asked = askedIn(await readFindings(grant, row.findings), answers)
  const holdsText = application !== undefined || asked.some(({ action, value }) => action.kind === 'write' && value)
  const mask = holdsText ? await maskFor(grant, id) : MASK_NOTHING
  const now = new Date()
  const given = { at: now.toISOString(), by: { id: ctx.actor.id, name: ctx.actor.name } }
  const kept = asked.map(({ action, value }) => ({ id: action.id, value: readAnswer(action, value, mask) }))
  const change = (findings: Findings): Findings => ({
    ...findings,
    answers: withAnswers(findings.answers, kept, given),
    ...(application && {
      application: { clock: findings.application.clock, ...mask.deep(application) },
      model: application.model ? mask.text(application.model) : findings.model,
      applicationAt: given.at,
      clockSkewMs: skewOf(application.clock, findings, now),
    }),
  })
  const after = { answered: asked.map(({ action }) => action.id), application: application !== undefined }
  return changeFindings(grant, id, change, { after })
}

/** A time that is sent once more says nothing new, and none at all takes nothing back: it was right or wrong when it came first. */
function skewOf(clock: string | undefined, known: Findings, now: Date): number | null {
  if (!clock) return known.clockSkewMs
  return clock === known.application.clock ? known.clockSkewMs : Date.parse(clock) - now.getTime()
}

interface Asked {
  action: TroubleshootingAction
  value: string | null
}

/** Whatever is asked at the moment; an id that is not ours is not said back: people paste values into the wrong place. */
function askedIn(findings: Findings, answers: Record<string, string | null>): Asked[] {
  const steps = buildSteps(findings, concludeFrom(findings))
  const actions = new Map(steps.flatMap((step) => step.actions.map((action) => [action.id, action])))
  return Object.entries(answers).map(([id, value]) => {
    const action = actions.get(id)
    if (!action) throw invalid('answers', 'Nothing of this id is asked.')
    return { action, value }
  })
}

function readAnswer({ id, kind, options }: TroubleshootingAction, value: string | null, mask: Mask): string | null {
  const path = `answers.${id}`
  if (value === null) return null
  switch (kind) {
    case 'confirm':
      if (value !== 'yes') throw invalid(path, 'A tick is answered with yes, and taken back with null.')
      return value
    case 'choose':
      if (options?.some((option) => option.value === value)) return value
      throw invalid(path, `Choose one of: ${options?.map((option) => option.value).join(', ')}.`)
    case 'write':
      return mask.text(value)
    default:
      throw invalid(path, 'This is not answered here; its kind says by which route it is done.')
  }
}

function withAnswers(
  known: Findings['answers'],
  answers: { id: string; value: string | null }[],
  given: Omit<GivenAnswer, 'value'>,
): Findings['answers'] {
  const all = { ...known }
  for (const { id, value } of answers) {
    if (value === null) delete all[id]
    else all[id] = { ...given, value }
  }
  return all
}
