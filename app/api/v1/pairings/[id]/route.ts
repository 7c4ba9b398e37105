import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { PairingResult } from '#lib/pairing/schema'
import { findPairing } from '#lib/pairings/find-pairing'

export const GET = route({
  action: 'pairing.find',
  summary: 'A kept result of a pairing test.',
  params: IdParams,
  output: PairingResult,
  handler: ({ ctx, params }) => findPairing(ctx, params.id),
})
