import { z } from 'zod'

/** Tools that the proof request is written for; each names the value by a variable and never holds it. */
export const REQUEST_FORMATS = ['curl', 'httpie', 'postman', 'insomnia'] as const
export const RequestFormat = z.enum(REQUEST_FORMATS)
export type RequestFormat = z.infer<typeof RequestFormat>

/** The answer is the file itself: shell text, a Postman collection 2.1 as JSON, an Insomnia export 5 as YAML. */
export const ExportRequestQuery = z.strictObject({ format: RequestFormat.default('curl') })
