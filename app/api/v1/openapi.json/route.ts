import { describeApi } from '#lib/http/openapi'
import { route } from '#lib/http/route'
import manifest from '../../../../package.json' with { type: 'json' }
import { routes } from '../routes.ts'

export const GET = route({
  action: null,
  summary: 'This description. Needs no sign-in: it says nothing about what is stored here.',
  produces: 'application/json',
  handler: async () => Response.json(describeApi(routes, manifest.version)),
})
