import { authorize } from '#lib/access/authorize'
import type { Context } from '#lib/context'
import { keyApis } from '#lib/key-apis/catalog'
import type { KeyApiDescription } from './schema.ts'

/** The APIs through which Claviger makes keys, and what each asks for. */
export async function listKeyApis(ctx: Context): Promise<KeyApiDescription[]> {
  await authorize(ctx, 'provider.list')
  return keyApis.map(({ id, preview, baseUrl, admin, settings }) => ({
    id,
    preview: preview ?? null,
    baseUrl,
    maker: admin,
    settings: settings.map(({ pattern, usual, ...setting }) => ({
      ...setting,
      pattern: pattern.source,
      usual: usual ?? null,
    })),
  }))
}
