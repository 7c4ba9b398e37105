import { z } from 'zod'
import { Reference } from '#lib/keys/schema'

/** OpenClaw sends at most this much and this many in one call. */
export const MOST_REFERENCE_BYTES = 262_144
const MOST_REFERENCES = 512

/** OpenClaw's exec protocol v1, as its resolver gets it on standard input. */
export const ResolveInput = z.strictObject({
  protocolVersion: z.literal(1, 'This speaks version 1 of the exec protocol.'),
  /** OpenClaw's name for the provider of secrets, which is one of ours under any name. */
  provider: z.string().max(64).optional(),
  ids: z.array(z.string().min(1).max(256)).max(MOST_REFERENCES),
})
export type ResolveInput = z.infer<typeof ResolveInput>

/** Of an error OpenClaw shows only these codes, and no message. */
const UnresolvedReference = z.object({ code: z.enum(['NOT_FOUND', 'AMBIGUOUS_DUPLICATE_KEY']) })

/** And as its resolver answers on standard output. */
export const ResolvedReferences = z.object({
  protocolVersion: z.literal(1),
  values: z.record(z.string(), z.string()),
  errors: z.record(z.string(), UnresolvedReference),
})
export type ResolvedReferences = z.infer<typeof ResolvedReferences>

/** OpenClaw's names of model providers and of secret providers. */
const OpenClawName = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,63}$/, 'OpenClaw’s names are lower-case letters, digits, - and _.')

export const PlanInput = z.strictObject({
  project: Reference,
  environment: Reference,
  /** Which key goes to which of OpenClaw's model providers; every key of a model provider that it knows where left out. */
  keys: z
    .array(z.strictObject({ key: z.string().min(1).max(100), as: OpenClawName }))
    .min(1)
    .max(100)
    .optional(),
  /** Where the resolver will lie: absolute, or beginning with `~/`. */
  command: z
    .string()
    .regex(/^(\/|~\/)[^\0\r\n"'`$\\]{1,400}$/, 'Give an absolute path, or one that begins with ~/.')
    .default('~/.openclaw/bin/claviger-resolver'),
})
export type PlanInput = z.input<typeof PlanInput>

/** Everything that OpenClaw is given; nothing of it holds a secret. */
export const OpenClawPlan = z.object({
  /** Of this Claviger. */
  origin: z.string(),
  /** A script, run by OpenClaw for each batch of references. */
  resolver: z.string(),
  command: z.string(),
  /** For `openclaw secrets apply --from FILE --allow-exec`. */
  plan: z.record(z.string(), z.json()),
  /** The same by hand, in `openclaw.json`. */
  config: z.string(),
  references: z.array(
    z.object({
      keyId: z.string(),
      name: z.string(),
      as: z.string(),
      reference: z.string(),
      version: z.number().int(),
      /** The last version that an OpenClaw was given, and when. */
      resolved: z.object({ version: z.number().int(), at: z.iso.datetime() }).nullable(),
    }),
  ),
})
export type OpenClawPlan = z.infer<typeof OpenClawPlan>
