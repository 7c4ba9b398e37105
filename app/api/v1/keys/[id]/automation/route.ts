import { findAutomation } from '#lib/automations/find-automation'
import { removeAutomation } from '#lib/automations/remove-automation'
import { Automation, KeyAutomation, SetAutomationInput } from '#lib/automations/schema'
import { setAutomation } from '#lib/automations/set-automation'
import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'

export const GET = route({
  action: 'automation.find',
  summary: 'How the next value of a key is made without a person; null where a person makes it.',
  params: IdParams,
  output: KeyAutomation,
  handler: async ({ ctx, params }) => ({ automation: await findAutomation(ctx, params.id) }),
})

export const PUT = route({
  action: 'automation.set',
  summary:
    'Lets Claviger make the values of a key through a key API, with a credential that is tried first: it has to list the keys there.',
  params: IdParams,
  body: SetAutomationInput,
  output: Automation,
  perMinute: 60,
  handler: ({ ctx, params, body }) => setAutomation(ctx, params.id, body),
})

export const DELETE = route({
  action: 'automation.remove',
  summary: 'From now on a person makes the values of this key.',
  params: IdParams,
  handler: ({ ctx, params }) => removeAutomation(ctx, params.id),
})
