import { z } from 'zod'

export const AllowlistQuery = z.strictObject({
  /** By id or slug. */
  project: z.string().max(100).optional(),
  provider: z.string().max(100).optional(),
  /** `text`: lines for whoever writes firewall rules. */
  format: z.enum(['json', 'text']).default('json'),
})
export type AllowlistQuery = z.infer<typeof AllowlistQuery>

/** One rule for a firewall or a proxy: outgoing TCP. */
export const AllowedHost = z.object({
  /** A name, or `*.openai.azure.com` where the customer's own part comes first. */
  host: z.string(),
  port: z.int(),
  protocol: z.enum(['https', 'http']),
  isWildcard: z.boolean(),
  /** Ids of the catalogue. */
  providers: z.array(z.string()),
  /** How many of the keys that the caller sees need it; 0 where it is asked for beside a key. */
  keys: z.int(),
  why: z.string(),
})
export type AllowedHost = z.infer<typeof AllowedHost>

export const Allowlist = z.object({
  /** What the applications and this server need. */
  api: z.array(AllowedHost),
  /** What only this server asks, to know how providers are. */
  status: z.array(AllowedHost),
  /** Keys whose address is not known: a provider without a usual one, and no base URL stored. */
  withoutAddress: z.array(z.object({ provider: z.string(), keys: z.int() })),
})
export type Allowlist = z.infer<typeof Allowlist>
