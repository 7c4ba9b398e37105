import { ChainCheck } from '#lib/audit-log/schema'
import { verifyChain } from '#lib/audit-log/verify-chain'
import { route } from '#lib/http/route'

export const GET = route({
  action: 'audit.verify',
  summary: 'Recomputes the whole chain and says where it was tampered with, if anywhere.',
  output: ChainCheck,
  perMinute: 6,
  handler: ({ ctx }) => verifyChain(ctx),
})
