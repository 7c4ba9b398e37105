import { route } from '#lib/http/route'
import { digestValues } from '#lib/value-digests/digest-values'
import { DigestInput, ValueDigests } from '#lib/value-digests/schema'

export const POST = route({
  action: 'value.digest',
  summary:
    'Salted digests of the values that the caller may open, with which claviger scan finds them in files. Holds no value.',
  body: DigestInput,
  output: ValueDigests,
  perMinute: 10,
  handler: ({ ctx, body }) => digestValues(ctx, body),
})
