import { readFile } from 'node:fs/promises'
import { AppError } from '#lib/errors'
import { keySeal, parseMasterKey } from './key-seal.ts'
import type { Seal } from './seal.ts'

/** The seal of a master key in a file; null where there is no such file. */
export async function readFileSeal(path: string): Promise<Seal | null> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw new AppError('unavailable', `The master key ${path} is there but cannot be read. Check who owns it.`, {
      cause,
      exitCode: 78,
    })
  })
  return text === null ? null : keySeal('file', parseMasterKey(text, path))
}
