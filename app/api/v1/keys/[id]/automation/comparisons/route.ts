import { Automation } from '#lib/automations/schema'
import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { compareNow } from '#lib/rotation-engine/compare-now'

export const POST = route({
  action: 'automation.compare',
  summary:
    'Compares the keys at the provider with those known here, now: what a rotation made and lost is ended, what nobody knows is reported.',
  params: IdParams,
  output: Automation,
  perMinute: 30,
  handler: ({ ctx, params }) => compareNow(ctx, params.id),
})
