import type { z } from 'zod'
import type { Action } from '#lib/access/policy'
import type { Context } from '#lib/context'
import { AppError } from '#lib/errors'
import { DEFAULT_BODY_BYTES, readBody } from './body.ts'
import { contextOf } from './context.ts'
import { parse } from './parse.ts'
import { problem, unreadable } from './problem.ts'
import { limit } from './rate-limit.ts'
import { requireSameOrigin } from './same-origin.ts'

type Schema = z.ZodType
type Parsed<T> = T extends Schema ? z.output<T> : undefined

/** One operation of the public API: what comes in, what goes out, and the verb between. */
export interface Operation<
  B extends Schema | undefined,
  Q extends Schema | undefined,
  P extends Schema | undefined,
  O extends Schema | undefined,
> {
  /** Permission, audit event and API reference share it. Null for what needs no sign-in, with the reason in `summary`. */
  action: Action | null
  summary: string
  params?: P
  query?: Q
  body?: B
  output?: O
  /** 200 unless said; 204 where there is no output. */
  status?: 200 | 201 | 204
  /** Answers in another form than JSON, made by the handler itself: event streams, CSV, a file. */
  produces?: string
  /** A raw text body in place of JSON; of a body that streams in, every media type. */
  consumes?: string | readonly string[]
  maxBytes?: number
  perMinute?: number
  handler(input: {
    ctx: Context
    body: Parsed<B>
    query: Parsed<Q>
    params: Parsed<P>
    request: Request
  }): Promise<(O extends Schema ? z.input<O> : void) | Response>
}

/** An operation with its types forgotten: what the API description reads. */
export type AnyOperation = Omit<
  Operation<Schema | undefined, Schema | undefined, Schema | undefined, Schema | undefined>,
  'handler'
>

export interface Route {
  (request: Request, next: { params: Promise<Record<string, string | string[] | undefined>> }): Promise<Response>
  operation: AnyOperation
}

/**
 * The one wrapper of every route: who asks, same origin, media type, size, schema, rate, and the output parsed on its
 * way out, so that nothing leaves that the schema does not name.
 */
export function route<
  B extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  P extends Schema | undefined = undefined,
  O extends Schema | undefined = undefined,
>(operation: Operation<B, Q, P, O>): Route {
  const handle: Route = async (request, next) => {
    try {
      return await answer(operation, request, await next.params)
    } catch (error) {
      if (error instanceof UnreadableJson) return unreadable(error.message)
      reportUnexpected(error)
      return problem(error)
    }
  }
  handle.operation = operation
  return handle
}

async function answer<
  B extends Schema | undefined,
  Q extends Schema | undefined,
  P extends Schema | undefined,
  O extends Schema | undefined,
>(
  operation: Operation<B, Q, P, O>,
  request: Request,
  rawParams: Record<string, string | string[] | undefined>,
): Promise<Response> {
  const ctx = await contextOf(request.headers)
  if (changes(request) && ctx.actor.type === 'member' && ctx.actor.via.type === 'session')
    requireSameOrigin(request.headers)
  if (operation.action && ctx.actor.type === 'anonymous') await refuseAnonymous(ctx, operation.action)
  if (operation.perMinute)
    await limit(
      `${operation.action}:${ctx.actor.type === 'member' || ctx.actor.type === 'scoped_key' ? ctx.actor.id : ctx.address}`,
      operation.perMinute,
      60,
    )
  if (request.url.includes('%00')) throw new AppError('invalid', 'An address may not hold the character NUL.')
  const params = (operation.params ? parse(operation.params, rawParams, 'path') : undefined) as Parsed<P>
  const query = (operation.query ? parse(operation.query, queryOf(request), 'query') : undefined) as Parsed<Q>
  const body = (operation.body ? parse(operation.body, await readInput(operation, request)) : undefined) as Parsed<B>
  const result = await operation.handler({ ctx, body, query, params, request })
  return result instanceof Response ? result : respond(operation, result)
}

function respond(operation: AnyOperation, result: unknown): Response {
  const headers = { 'cache-control': 'no-store', vary: 'Cookie, Authorization' }
  if (!operation.output) return new Response(null, { status: operation.status ?? 204, headers })
  return Response.json(operation.output.parse(result), { status: operation.status ?? 200, headers })
}

async function refuseAnonymous(ctx: Context, action: Action): Promise<never> {
  const { authorize } = await import('#lib/access/authorize')
  await authorize(ctx, action)
  throw new AppError('unauthenticated', 'Sign in, or send a valid token.')
}

async function readInput(operation: AnyOperation, request: Request): Promise<unknown> {
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  const accepted = [operation.consumes ?? 'application/json'].flat()
  const unsupported = new AppError('unsupported', `Send this as ${accepted.join(' or ')}.`)
  if (mediaType !== undefined && !accepted.includes(mediaType)) throw unsupported
  const text = await readBody(request, operation.maxBytes ?? DEFAULT_BODY_BYTES)
  // Where every field is optional, no body is a body: the schema decides.
  if (text === '' && !operation.consumes) return {}
  if (mediaType === undefined) throw unsupported
  if (operation.consumes) return text
  try {
    return JSON.parse(text)
  } catch {
    throw new UnreadableJson('The body is not readable JSON. Nothing was changed.')
  }
}

/** Carries no cause: a parser's message quotes what it could not read. */
class UnreadableJson extends Error {}

function queryOf(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url).searchParams)
}

function changes(request: Request): boolean {
  return request.method !== 'GET' && request.method !== 'HEAD'
}

/** What is not ours to explain goes to the operator's log by name and place alone: messages of libraries may quote input. */
function reportUnexpected(error: unknown): void {
  const cause = error instanceof AppError && error.code === 'unavailable' ? error.cause : error
  if (cause instanceof Error && cause.name !== 'AppError') {
    console.error(
      JSON.stringify({
        level: 'error',
        at: new Date().toISOString(),
        error: cause.name,
        code: 'code' in cause ? cause.code : undefined,
        where: cause.stack
          ?.split('\n')
          .slice(1, 4)
          .map((line) => line.trim()),
      }),
    )
  }
}
