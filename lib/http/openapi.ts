import { z } from 'zod'
import { policy } from '#lib/access/policy'
import type { AnyOperation, Route } from './route.ts'

/** Modules of `app/api/v1`, by their path: `/keys/{id}`. */
export type RouteModules = Record<string, Partial<Record<Method, Route>>>

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof METHODS)[number]
type Json = Record<string, unknown>

/** The API as OpenAPI 3.1, from the very schemas that validate requests. */
export function describeApi(modules: RouteModules, version: string): Json {
  const paths = Object.entries(modules).map(([path, module]) => [path, describePath(path, module)])
  return {
    openapi: '3.1.0',
    info: {
      title: 'Claviger',
      version,
      description: 'Keys of other companies: kept encrypted, paired live, explained when pairing fails.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }, { session: [] }],
    paths: Object.fromEntries([...paths, ...Object.entries(HEALTH)]),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A personal access token, `clv_pat_…`.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-claviger.session',
          description: 'A browser that signed in.',
        },
      },
      schemas: { Problem: schemaOf(Problem, 'output') },
      responses: {
        Problem: {
          description: 'What went wrong, as RFC 9457 has it.',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  }
}

const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})

function describePath(path: string, module: RouteModules[string]): Json {
  const entries = METHODS.flatMap((method) => {
    const operation = module[method]?.operation
    return operation ? [[method.toLowerCase(), describeOperation(method, path, operation)]] : []
  })
  return Object.fromEntries(entries)
}

function describeOperation(method: Method, path: string, operation: AnyOperation): Json {
  const { action, summary, body, consumes, output, params, query } = operation
  const parameters = [...parametersOf(params, 'path'), ...parametersOf(query, 'query')]
  const content = consumes
    ? Object.fromEntries([consumes].flat().map((mediaType) => [mediaType, { schema: { type: 'string' } }]))
    : body && { 'application/json': { schema: schemaOf(body, 'input') } }
  return {
    operationId: operationId(method, path),
    summary,
    ...(action ? { description: policy[action].says, 'x-permission': action } : { security: [] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(content ? { requestBody: { required: !body?.safeParse({}).success, content } } : {}),
    responses: {
      [operation.status ?? (output || operation.produces ? 200 : 204)]: answerOf(operation),
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}

function answerOf({ output, produces }: AnyOperation): Json {
  const json = output ? { 'application/json': { schema: schemaOf(output, 'output') } } : {}
  const other = produces ? { [produces]: { schema: { type: 'string' } } } : {}
  return output || produces ? { description: 'Done.', content: { ...json, ...other } } : { description: 'Done.' }
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Json; required?: string[] }
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: each,
  }))
}

/** JSON Schema of draft 2020-12, which OpenAPI 3.1 speaks. Any JSON value is described as just that, not by recursion. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, $defs: __, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return withoutReferences(described) as Json
}

function withoutReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutReferences)
  if (typeof value !== 'object' || value === null) return value
  if ('$ref' in value) return {}
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutReferences(each)]))
}

/** `POST /keys/{id}/pairings` → `postKeysIdPairings` */
function operationId(method: Method, path: string): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter(Boolean)
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

/** Answered by the process itself, before any page. */
const HEALTH = {
  '/health/live': healthOf('getHealthLive', 'Whether the process runs.', {}),
  '/health/ready': healthOf(
    'getHealthReady',
    'Whether it can work: database, migrations and master key. `warnings` names what does not while people are served.',
    {
      503: { description: 'Not yet, with reasons.' },
    },
  ),
}

function healthOf(operationId: string, summary: string, more: Json): Json {
  return { get: { operationId, summary, security: [], responses: { 200: { description: 'Yes.' }, ...more } } }
}
