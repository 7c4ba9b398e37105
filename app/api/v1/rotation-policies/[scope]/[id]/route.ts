import { route } from '#lib/http/route'
import { findPolicy } from '#lib/rotation-policies/find-policy'
import { removePolicy } from '#lib/rotation-policies/remove-policy'
import { PolicyParams, RotationPolicy, SetPolicyInput } from '#lib/rotation-policies/schema'
import { setPolicy } from '#lib/rotation-policies/set-policy'

export const GET = route({
  action: 'rotation_policy.find',
  summary: 'When keys are rotated here and who is told, with what the wider scopes say, and the next three dates.',
  params: PolicyParams,
  output: RotationPolicy,
  handler: ({ ctx, params }) => findPolicy(ctx, params.scope, params.id),
})

export const PUT = route({
  action: 'rotation_policy.set',
  summary: 'Says when keys are rotated here, and who is told. What is left out stays as it is.',
  params: PolicyParams,
  body: SetPolicyInput,
  output: RotationPolicy,
  handler: ({ ctx, params, body }) => setPolicy(ctx, params.scope, params.id, body),
})

export const DELETE = route({
  action: 'rotation_policy.remove',
  summary: 'Nothing is said here any more: the wider scopes decide.',
  params: PolicyParams,
  handler: ({ ctx, params }) => removePolicy(ctx, params.scope, params.id),
})
