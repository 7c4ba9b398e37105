import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { AppError, isAppError } from '#lib/errors'
import { EXIT } from './exit-codes.ts'
import type { Server } from './server.ts'
import { cacheFolder, type Settings, writePrivately } from './settings.ts'

/** An environment of a project, by their short names. */
export interface Place {
  project: string
  environment: string
}

/**
 * The environment that is meant: as it was given, `assistant/production`, else as the settings say, else the one that the
 * scoped key is for.
 */
export async function findPlace(server: Server, settings: Settings, given?: string): Promise<Place> {
  if (given !== undefined) return readPlace(given)
  const { project, environment } = settings
  if (project && environment) return { project, environment }
  if (settings.token.startsWith('clv_key_')) return findOwnPlace(server, settings)
  throw new AppError('invalid', 'Say which environment: PROJECT/ENVIRONMENT, such as assistant/development.', {
    exitCode: EXIT.usage,
  })
}

/** Kept, so that a program starts while Claviger is away. */
async function findOwnPlace(server: Server, { url, token }: Settings): Promise<Place> {
  const file = path.join(
    cacheFolder(),
    `place-${createHash('sha256').update(`${url} ${token}`).digest('hex').slice(0, 32)}.json`,
  )
  try {
    const { project, environment } = await server.ask<Place>('GET', '/scoped-keys/self')
    writePrivately(file, JSON.stringify({ project, environment }))
    return { project, environment }
  } catch (error) {
    if (!isAppError(error) || error.exitCode !== EXIT.unreachable || !existsSync(file)) throw error
    return JSON.parse(readFileSync(file, 'utf8')) as Place
  }
}

function readPlace(given: string): Place {
  const [project, environment, ...more] = given.split('/')
  if (!project || !environment || more.length > 0)
    throw new AppError(
      'invalid',
      `"${given}" is no environment. Write PROJECT/ENVIRONMENT, such as assistant/development.`,
      {
        exitCode: EXIT.usage,
      },
    )
  return { project, environment }
}
