import { authorizeKey } from '#lib/access/authorize-key'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { AppError, invalid, notFound } from '#lib/errors'
import { findKeyApi } from '#lib/key-apis/catalog'
import type { KeyApi } from '#lib/key-apis/key-api'
import { parseUrl } from '#lib/outbound/check-url'
import { listKeys } from './ask-key-api.ts'
import { automationInclude, toAutomation } from './automation-row.ts'
import { accessOf } from './key-api-access.ts'
import { openMaker } from './open-maker.ts'
import { type Automation, SetAutomationInput } from './schema.ts'

/**
 * Lets Claviger make the values of a key by itself, once the credential was tried: it has to list the keys there.
 * `upstream` where it does not, and nothing is kept; `invalid` for settings that the key API does not take.
 */
export async function setAutomation(ctx: Context, keyId: string, given: SetAutomationInput): Promise<Automation> {
  const input = SetAutomationInput.parse(given)
  const grant = await authorizeKey(ctx, 'automation.set', keyId)
  const key = await read(grant).key.findFirst({ where: { id: keyId, deletedAt: null } })
  if (!key) throw notFound()
  const api = findKeyApi(input.api ?? key.provider)
  if (!api || (api.id !== 'endpoint' && api.id !== key.provider))
    throw invalid('api', 'Keys of this provider are made by hand, or by an endpoint of your own: give "endpoint".')
  const settings = settingsOf(api, input.settings)
  if (input.baseUrl) {
    const parsed = parseUrl(input.baseUrl)
    if ('refused' in parsed) throw invalid('baseUrl', parsed.refused)
  }
  // Whoever names a credential must hold the same right where it stands.
  const makerGrant = await authorizeKey(ctx, 'automation.set', input.maker)
  const maker = await read(makerGrant).key.findFirst({ where: { id: input.maker, deletedAt: null } })
  if (!maker) throw invalid('maker', 'There is no such key.')
  if (maker.purpose !== 'rotation')
    throw invalid('maker', 'Programs use this key. Store the credential as a key of its own, with purpose "rotation".')
  const chosen = { api: api.id, baseUrl: input.baseUrl ?? null, settings, makerKeyId: maker.id }
  const access = accessOf({ ...chosen, key }, await openMaker(makerGrant, maker.id, { for: keyId }))
  if (!access) throw invalid('baseUrl', 'Give the address of the endpoint.')
  const listed = await listKeys(access)
  if ('trouble' in listed) throw new AppError('upstream', `${listed.message} Nothing was kept.`)
  const row = await commit(grant, async (tx) => {
    const result = await tx.automation.upsert({
      where: { keyId },
      create: { keyId, ...chosen },
      update: { ...chosen, problem: null },
      include: automationInclude,
    })
    await tx.key.update({ where: { id: keyId, deletedAt: null }, data: { isAutomated: true } })
    return { result, event: { after: { api: api.id, maker: maker.name } } }
  })
  return toAutomation(row)
}

function settingsOf(api: KeyApi, given: Record<string, string>): Record<string, string> {
  const strange = Object.keys(given).find((name) => !api.settings.some((setting) => setting.name === name))
  if (strange) throw invalid(`settings.${strange}`, `${api.id} has no such setting.`)
  return Object.fromEntries(
    api.settings.map(({ name, label, hint, pattern, usual }) => {
      const value = given[name]?.trim() || usual
      if (value === undefined) throw invalid(`settings.${name}`, `${label} is needed. ${hint}`)
      if (!pattern.test(value))
        throw invalid(`settings.${name}`, `This is no ${label.toLowerCase()} of ${api.id}. ${hint}`)
      return [name, value]
    }),
  )
}
