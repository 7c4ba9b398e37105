import { download } from '#lib/http/download'
import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { exportRequest } from '#lib/request-exports/export-request'
import { ExportRequestQuery } from '#lib/request-exports/schema'

export const GET = route({
  action: 'troubleshooting.find',
  summary:
    'The request of the direct test as cURL, HTTPie, a Postman collection (2.1) or an Insomnia export (5); a variable stands for the value.',
  params: IdParams,
  query: ExportRequestQuery,
  produces: 'text/plain',
  handler: async ({ ctx, params, query }) => {
    const { text, mediaType, filename } = await exportRequest(ctx, params.id, query.format)
    return download(once(text), mediaType, filename)
  },
})

async function* once(text: string): AsyncGenerator<string> {
  yield text
}
