import type { Prisma } from '#lib/db/generated/client'
import { findKeyApi } from '#lib/key-apis/catalog'
import type { Automation } from './schema.ts'

export const automationInclude = { maker: { select: { id: true, name: true } } } satisfies Prisma.AutomationInclude
type AutomationRow = Prisma.AutomationGetPayload<{ include: typeof automationInclude }>

export function toAutomation(row: AutomationRow): Automation {
  const { api, maker, baseUrl, problem, comparedAt } = row
  return {
    api,
    preview: findKeyApi(api)?.preview ?? null,
    maker,
    settings: row.settings as Automation['settings'],
    baseUrl,
    comparedAt: comparedAt?.toISOString() ?? null,
    unknownKeys: row.unknownKeys as Automation['unknownKeys'],
    problem,
  }
}
