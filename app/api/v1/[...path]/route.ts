import { notFound } from '#lib/errors'
import { route } from '#lib/http/route'

/** Programs read problem+json where there is nothing too; a page would repeat to them what they asked for. */
const nothing = route({
  action: null,
  summary: 'Nothing is here, for nobody.',
  handler: async () => {
    throw notFound()
  },
})

export const GET = nothing
export const POST = nothing
export const PUT = nothing
export const PATCH = nothing
export const DELETE = nothing
