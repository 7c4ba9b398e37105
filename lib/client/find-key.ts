import { AppError } from '#lib/errors'
import { EXIT } from './exit-codes.ts'
import type { Server } from './server.ts'

export interface FoundKey {
  id: string
  name: string
  project: string
  environment: string
  provider: string
  status: string
  baseUrl: string | null
  masked: string
}

/** A key by id, or by PROJECT/ENVIRONMENT/NAME. */
export async function findKey(server: Server, given: string): Promise<FoundKey> {
  if (/^key_\w+$/.test(given)) return server.ask<FoundKey>('GET', `/keys/${given}`)
  const { project, environment, name } = readKeyPlace(given)
  const query = new URLSearchParams({ project, environment, q: name, limit: '200' })
  const { items } = await server.ask<{ items: FoundKey[] }>('GET', `/keys?${query}`)
  const found = items.find((item) => item.name === name)
  if (!found)
    throw new AppError(
      'not_found',
      `There is no key ${name} in ${project}/${environment}, or it is not shared with you.`,
    )
  return found
}

export function readKeyPlace(given: string): { project: string; environment: string; name: string } {
  const [project, environment, name, ...more] = given.split('/')
  if (!project || !environment || !name || more.length > 0)
    throw new AppError('invalid', `"${given}" is no key. Write PROJECT/ENVIRONMENT/NAME, or an id.`, {
      exitCode: EXIT.usage,
    })
  return { project, environment, name }
}
