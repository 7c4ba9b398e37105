import { route } from '#lib/http/route'
import { planOpenClaw } from '#lib/openclaw/plan-openclaw'
import { OpenClawPlan, PlanInput } from '#lib/openclaw/schema'

export const POST = route({
  action: 'openclaw.plan',
  summary:
    'The files that connect OpenClaw to an environment: its resolver, a plan for openclaw secrets apply, the same as configuration. They hold no secret.',
  body: PlanInput,
  output: OpenClawPlan,
  handler: ({ ctx, body }) => planOpenClaw(ctx, body),
})
