import { exportKeys } from '#lib/exports/export-keys'
import { ExportInput } from '#lib/exports/schema'
import { route } from '#lib/http/route'

export const POST = route({
  action: 'key.export',
  summary: 'All current values of an environment as a file: a .env, a script for a shell, or JSON. Asks for a reason.',
  body: ExportInput,
  produces: 'text/plain',
  handler: async ({ ctx, body }) => {
    const type = body.format === 'json' ? 'application/json' : 'text/plain; charset=utf-8'
    return new Response(await exportKeys(ctx, body), { headers: { 'content-type': type, 'cache-control': 'no-store' } })
  },
})
