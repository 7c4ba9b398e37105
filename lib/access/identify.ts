import { runtime } from '#lib/server/runtime'
import type { ReadClient } from './read.ts'

/** The database, without a way to write, for the few that find out who is asking: before that there is no Grant. */
export function identify(): ReadClient {
  return runtime().db
}
