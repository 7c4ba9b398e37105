import { z } from 'zod'
import { CustomProvider } from '#lib/custom-providers/schema'
import { listOf } from '#lib/list/cursor'

/** A provider of the catalogue, as everybody may know it. */
export const ListedProvider = z.object({
  id: z.string(),
  name: z.string(),
  category: z.string(),
  baseUrl: z.string().nullable(),
  /** Usual environment variables, the most usual first. */
  variables: z.array(z.string()),
  rotation: z.enum(['automatic', 'manual']),
  environmentHint: z.string().nullable(),
  /** What to ask for where the base URL holds the customer's own part. */
  address: z.object({ label: z.string(), example: z.string(), wildcard: z.string().nullable() }).nullable(),
  /** The same API for other customers, at other base URLs. */
  sites: z.array(z.object({ name: z.string(), baseUrl: z.string() })),
  /** Pieces of a key that has several, in order, written with `:` between them. */
  keyParts: z.array(z.string()),
  dashboard: z.string().nullable(),
  docs: z.string(),
  statusPage: z.string().nullable(),
  /** Takes keys of any form: a server of the customer's own. */
  takesAnyKey: z.boolean(),
  takesModel: z.boolean(),
  /** What one pairing test costs: `nothing`, or in words. */
  proofCosts: z.string(),
  /** What the team said about a server of its own; null for a provider of the catalogue. */
  custom: CustomProvider.nullable(),
  /** Keys of this provider that the caller sees. */
  keyCount: z.number().int(),
  keyFormats: z.array(
    z.object({
      kind: z.string(),
      prefix: z.string(),
      /** Source of a regular expression. A form that does not match is a warning, never a refusal. */
      pattern: z.string(),
      evenAround: z.string().nullable(),
      /** Keys of other companies look the same, so the form names no owner. */
      isShared: z.boolean(),
      role: z.enum(['usable', 'wrong_kind']),
      environment: z.enum(['test', 'live']).nullable(),
      instead: z.string().nullable(),
    }),
  ),
})
export const ListedProviders = listOf(ListedProvider)
export type ListedProvider = z.infer<typeof ListedProvider>
