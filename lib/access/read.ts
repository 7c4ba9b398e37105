import type { PrismaClient } from '#lib/db/generated/client'
import { runtime } from '#lib/server/runtime'
import type { Grant } from './authorize.ts'

type ReadVerb =
  | 'findMany'
  | 'findFirst'
  | 'findFirstOrThrow'
  | 'findUnique'
  | 'findUniqueOrThrow'
  | 'count'
  | 'groupBy'
  | 'aggregate'
  // No verb: the columns themselves, to compare one with another.
  | 'fields'
type Model = Extract<keyof PrismaClient, Uncapitalize<string>>

/** The database, without a way to write. */
export type ReadClient = {
  [M in Model as PrismaClient[M] extends { findMany: unknown } ? M : never]: Pick<
    PrismaClient[M],
    Extract<keyof PrismaClient[M], ReadVerb>
  >
}

/** The only way a noun reaches the database to read. */
export function read(_grant: Grant): ReadClient {
  return runtime().db
}
