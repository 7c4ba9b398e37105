import { route } from '#lib/http/route'
import { resolveReferences } from '#lib/openclaw/resolve-references'
import { MOST_REFERENCE_BYTES, ResolvedReferences, ResolveInput } from '#lib/openclaw/schema'

export const POST = route({
  action: 'openclaw.resolve',
  summary:
    'OpenClaw’s exec protocol v1, with a scoped key: a value for each reference such as production/openai, or the code of what is wrong with it.',
  body: ResolveInput,
  maxBytes: MOST_REFERENCE_BYTES,
  output: ResolvedReferences,
  handler: ({ ctx, body }) => resolveReferences(ctx, body),
})
