import { z } from 'zod'
import { line } from '#lib/text/line'

export const DIALECTS = ['openai', 'anthropic', 'http'] as const

const BaseUrl = z
  .url('Give an address that starts with https://.')
  .max(2048)
  .transform((url) => url.replace(/\/+$/, ''))
const Variable = z
  .string()
  .regex(/^[A-Z_][A-Z0-9_]*$/, 'Give a name such as GATEWAY_API_KEY.')
  .max(100)
const Path = z
  .string()
  .regex(/^\/[\x21-\x7e]*$/, 'Give a path that begins with a slash, such as /v1/me.')
  .max(500)
const HeaderName = z
  .string()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9-]{0,63}$/, 'Give the name of a header, such as X-API-Key.')
  .refine((name) => !RESERVED.includes(name), 'This header belongs to the request itself. Choose another one.')
const RESERVED = ['host', 'connection', 'content-length', 'transfer-encoding', 'upgrade', 'user-agent', 'accept', 'te']

export const CreateCustomProviderInput = z.strictObject({
  name: line(100),
  baseUrl: BaseUrl,
  /**
   * `openai`: lists its models as OpenAI does. `anthropic`: as Anthropic does. `http`: any API; a GET of `path` with the key
   * in `header` is refused for a wrong key and answered for a good one.
   */
  dialect: z.enum(DIALECTS),
  variable: Variable,
  path: Path.default('/'),
  /** `authorization` carries the key as `Bearer KEY`, any other header carries the key alone. */
  header: HeaderName.default('authorization'),
})
export type CreateCustomProviderInput = z.infer<typeof CreateCustomProviderInput>

export const EditCustomProviderInput = z.strictObject({
  name: line(100).optional(),
  baseUrl: BaseUrl.optional(),
  dialect: z.enum(DIALECTS).optional(),
  variable: Variable.optional(),
  path: Path.optional(),
  header: HeaderName.optional(),
})
export type EditCustomProviderInput = z.infer<typeof EditCustomProviderInput>

export const CustomProvider = z.object({
  id: z.string(),
  name: z.string(),
  baseUrl: z.string(),
  dialect: z.enum(DIALECTS),
  variable: z.string(),
  path: z.string(),
  header: z.string(),
})
export type CustomProvider = z.infer<typeof CustomProvider>
