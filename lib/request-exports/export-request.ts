import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { resolveProvider } from '#lib/custom-providers/resolve-provider'
import { AppError, notFound } from '#lib/errors'
import { readTarget } from '#lib/pairing/read-target'
import { authorizeTroubleshooting } from '#lib/troubleshooting/authorize-troubleshooting'
import type { RequestFormat } from './schema.ts'
import { type WrittenRequest, writeRequest } from './write-request.ts'

/** The request that a record's test made, for a tool of the reader's own. It names the value by variables alone. */
export async function exportRequest(ctx: Context, id: string, format: RequestFormat): Promise<WrittenRequest> {
  const grant = await authorizeTroubleshooting(ctx, 'troubleshooting.find', id)
  const row = await read(grant).troubleshooting.findUnique({
    where: { id },
    select: { provider: true, baseUrl: true, key: { select: { name: true } } },
  })
  if (!row) throw notFound()
  const provider = await resolveProvider(grant, row.provider)
  const target = provider && readTarget(provider, row.baseUrl)
  if (!target || 'problem' in target)
    throw new AppError(
      'conflict',
      `There is no address to send a request to. ${target?.problem ?? 'The provider is not known here.'}`,
    )
  return writeRequest(provider, { baseUrl: target.baseUrl, ...(row.key && { name: row.key.name }) }, format)
}
