import { authorize } from '#lib/access/authorize'
import type { Context } from '#lib/context'
import { resolveProvider } from '#lib/custom-providers/resolve-provider'
import { secretsIn } from '#lib/pairing/secrets-in'
import { prepareValueTest } from '#lib/pairings/prepare-value-test'
import { findProvider } from '#lib/providers/catalog'
import { countOthers } from './gather-context.ts'
import { keepTroubleshooting } from './keep-troubleshooting.ts'
import { makeMask } from './mask-for.ts'
import type { PreparedTroubleshooting } from './prepare-troubleshooting.ts'
import type { CreateTroubleshootingInput } from './schema.ts'
import { startFindings } from './start-findings.ts'

type OfValue = Extract<CreateTroubleshootingInput, { value: string }>

/** Of the value itself nothing is kept: the record holds what came of testing it, for whoever pasted it alone. */
export async function prepareForValue(ctx: Context, input: OfValue): Promise<PreparedTroubleshooting> {
  const { provider: providerId, value, baseUrl, environment, application } = input
  const target = { type: 'provider', id: providerId, name: findProvider(providerId)?.name ?? providerId }
  const grant = await authorize(ctx, 'troubleshooting.create', { subject: { target } })
  const provider = await resolveProvider(grant, providerId)
  const model = input.model ?? application?.model
  const test = await prepareValueTest(
    ctx,
    { provider: providerId, value, baseUrl, environment, model },
    'troubleshooting',
  )
  const mask = makeMask(provider ? secretsIn(provider, value) : [value])
  return async (onStage) => {
    const now = new Date()
    const known = {
      of: provider,
      provider: providerId,
      baseUrl: baseUrl ? mask.text(baseUrl) : null,
      model: model ? mask.text(model) : null,
      environment: environment ? mask.text(environment) : null,
      key: null,
      pairing: await test(onStage),
      pairingProblem: null,
      earlier: [],
      others: await countOthers(grant, { provider: providerId }, now),
    }
    return keepTroubleshooting(grant, startFindings(known, application && mask.deep(application), now))
  }
}
