import { authorizeKey } from '#lib/access/authorize-key'
import { commitUse } from '#lib/access/commit-use'
import { readSealed } from '#lib/access/read-sealed'
import type { Context } from '#lib/context'
import { AppError } from '#lib/errors'
import { cleanValue } from '#lib/pairing/clean-value'
import { openVersion } from './open-version.ts'
import { replaceValue } from './replace-value.ts'
import type { Key } from './schema.ts'

/**
 * Stores the current value once more without the hidden characters in it, as a new version. Nobody gets to see it.
 * `conflict` where it holds none, or where somebody replaced it meanwhile.
 */
export async function cleanKey(ctx: Context, id: string): Promise<Key> {
  const grant = await authorizeKey(ctx, 'key.clean', id)
  const { version, ...key } = await readSealed(grant, id)
  await commitUse(grant, { key, version: version.number, kind: 'clean' }, { after: { version: version.number } })
  const { cleaned, findings } = cleanValue(openVersion(key, version))
  if (findings.length === 0 || cleaned === '') {
    throw new AppError('conflict', 'The stored value holds no hidden characters. Nothing was changed.')
  }
  return replaceValue(ctx, id, { value: cleaned, reason: 'Hidden characters removed', replaces: version.number })
}
