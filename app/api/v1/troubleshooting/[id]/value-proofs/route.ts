import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { offerValueProof } from '#lib/value-proofs/offer-value-proof'
import { ValueProofOffer } from '#lib/value-proofs/schema'

export const POST = route({
  action: 'troubleshooting.prove',
  summary:
    'Gives a salt that works once, for ten minutes, under which the application’s side proves which value it holds.',
  params: IdParams,
  output: ValueProofOffer,
  status: 201,
  perMinute: 30,
  handler: ({ ctx, params }) => offerValueProof(ctx, params.id),
})
