import { listAllowedHosts } from '#lib/allowlists/list-allowed-hosts'
import { Allowlist, AllowlistQuery } from '#lib/allowlists/schema'
import { writeAllowlist } from '#lib/allowlists/write-allowlist'
import { route } from '#lib/http/route'
import { textOf } from '#lib/http/text-of'

export const GET = route({
  action: 'allowlist.list',
  summary:
    'Hosts and ports to allow, for exactly the providers of the keys that the caller sees; format=text for the network team.',
  query: AllowlistQuery,
  output: Allowlist,
  produces: 'text/plain',
  handler: async ({ ctx, query }) => {
    const allowlist = await listAllowedHosts(ctx, query)
    return query.format === 'text' ? textOf(writeAllowlist(allowlist)) : allowlist
  },
})
