import type { Context } from '#lib/context'
import { invalid } from '#lib/errors'
import { authorizeTroubleshooting } from './authorize-troubleshooting.ts'
import { changeFindings } from './change-findings.ts'
import { concludeFrom } from './conclusion/conclude-from.ts'
import type { Findings } from './findings.ts'
import { MASK_NOTHING, type Mask, maskFor, SHORTEST_SECRET } from './mask-for.ts'
import type { EditTroubleshootingInput, Troubleshooting, TroubleshootingAction } from './schema.ts'
import { buildSteps } from './steps/build-steps.ts'

/** Keeps what a person answered, ticked or told about the application. */
export async function editTroubleshooting(
  ctx: Context,
  id: string,
  { application, answers = {} }: EditTroubleshootingInput,
): Promise<Troubleshooting> {
  const grant = await authorizeTroubleshooting(ctx, 'troubleshooting.edit', id)
  const isWorthMasking = application || Object.values(answers).some((value) => (value?.length ?? 0) >= SHORTEST_SECRET)
  const mask = isWorthMasking ? await maskFor(grant, id) : MASK_NOTHING
  const now = new Date()
  const { id: memberId, name } = ctx.actor
  const given = { at: now.toISOString(), by: { id: memberId, name } }
  const change = (findings: Findings): Findings => {
    const actions = actionsOf(findings)
    const all = { ...findings.answers }
    for (const [actionId, value] of Object.entries(answers)) {
      const read = readAnswer(actions.get(actionId), value, mask)
      if (read === null) delete all[actionId]
      else all[actionId] = { ...given, value: read }
    }
    return {
      ...findings,
      answers: all,
      ...(application && {
        application: mask.deep(application),
        model: application.model ? mask.text(application.model) : findings.model,
        applicationAt: given.at,
        clockSkewMs: application.clock ? Date.parse(application.clock) - now.getTime() : null,
      }),
    }
  }
  const after = { answered: Object.keys(answers), application: application !== undefined }
  return changeFindings(grant, id, change, { after })
}

/** Whatever is asked at the moment; the ids are stable, so an answer given before stays where it belongs. */
function actionsOf(findings: Findings): Map<string, TroubleshootingAction> {
  const steps = buildSteps(findings, concludeFrom(findings))
  return new Map(steps.flatMap(({ actions }) => actions.map((action) => [action.id, action])))
}

/** An id that is not ours is not said back: people paste values into the wrong place. */
function readAnswer(action: TroubleshootingAction | undefined, value: string | null, mask: Mask): string | null {
  if (!action) throw invalid('answers', 'Nothing of this id is asked.')
  const path = `answers.${action.id}`
  if (value === null) return null
  switch (action.kind) {
    case 'confirm':
      if (value !== 'yes') throw invalid(path, 'A tick is answered with yes, and taken back with null.')
      return value
    case 'choose':
      if (action.options?.some((option) => option.value === value)) return value
      throw invalid(path, `Choose one of: ${action.options?.map((option) => option.value).join(', ')}.`)
    case 'write':
      return mask.text(value)
    default:
      throw invalid(path, 'This is not answered here; its kind says by which route it is done.')
  }
}
