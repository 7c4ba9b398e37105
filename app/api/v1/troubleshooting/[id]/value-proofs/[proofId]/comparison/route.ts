import { route } from '#lib/http/route'
import { Troubleshooting } from '#lib/troubleshooting/schema'
import { compareValue } from '#lib/value-proofs/compare-value'
import { CompareValueInput, ValueProofParams } from '#lib/value-proofs/schema'

export const POST = route({
  action: 'troubleshooting.prove',
  summary: 'Compares the code of the application’s value with every stored version, and says which of them it holds.',
  params: ValueProofParams,
  body: CompareValueInput,
  output: Troubleshooting,
  perMinute: 30,
  handler: ({ ctx, params, body }) => compareValue(ctx, { ...params, ...body }),
})
