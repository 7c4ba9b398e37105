import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { listCustomProviders } from '#lib/custom-providers/list-custom-providers'
import { toProvider } from '#lib/custom-providers/to-provider'
import { invalid } from '#lib/errors'
import { isValueAsName, VALUE_AS_NAME } from '#lib/keys/refuse-value-as-name'
import { KeyName } from '#lib/keys/schema'
import { SecretValue } from '#lib/pairing/schema'
import { findProvider } from '#lib/providers/catalog'
import type { Provider } from '#lib/providers/provider'
import { publicCatalog } from '#lib/providers/public-catalog'
import { recognise } from '#lib/providers/recognise'
import { runtime } from '#lib/server/runtime'
import type { Entry } from './entry.ts'
import { readEntries } from './read-entries.ts'
import type { ImportInput, ImportLine } from './schema.ts'

const MOST_KEYS = 2000
/** Far more than a `.env` has; keeps one import from holding up everybody else. */
const MOST_LINES = 10_000

export interface StoredKey {
  id: string
  name: string
  provider: string
  version: number
  /** The highest number that a version of it has. */
  latest: number
  fingerprint: string
}

/** What becomes of one line, and what it takes to do it. */
export type Step = ImportLine & { value?: string; stored?: StoredKey }

/** Decides every line, from the file and what the environment holds: the preview and the import are this same plan. */
export async function planImport(
  grant: Grant,
  environmentId: string,
  { text, format, providers = {} }: ImportInput,
): Promise<Step[]> {
  const entries = readEntries(text, format, MOST_LINES + 1)
  if (entries.length > MOST_LINES)
    throw invalid('text', `This file has more than ${MOST_LINES.toLocaleString('en')} lines to read. Split it.`)
  const last = new Map(
    entries.flatMap(({ name, problem }, index) => (name && !problem ? [[name, index] as const] : [])),
  )
  if (last.size > MOST_KEYS)
    throw invalid('text', `This file holds more than ${MOST_KEYS.toLocaleString('en')} keys. Split it.`)
  const stored = await findStored(
    grant,
    environmentId,
    [...last.keys()].filter((name) => KeyName.safeParse(name).success),
  )
  const own = new Map((await listCustomProviders(grant)).map((one) => [one.id, toProvider(one)]))
  const find = (id: string) => findProvider(id) ?? own.get(id)
  return entries.map((entry, index) => {
    const again = entry.name ? (last.get(entry.name) ?? index) : index
    if (again > index)
      return said(shown(entry), 'skip', `The name is given again on line ${entries[again]?.line}, which counts.`)
    return decide(entry, stored, { chosen: providers, find })
  })
}

interface Providers {
  /** Ids that a person chose, by the name of the key. */
  chosen: Record<string, string>
  find: (id: string) => Provider | undefined
}

function decide(entry: Entry, stored: Map<string, StoredKey>, { chosen, find }: Providers): Step {
  const { name, value = '', problem, interpolated } = entry
  if (problem || name === null) return said(shown(entry), 'refuse', problem ?? 'This line has no name.')
  const badName = KeyName.safeParse(name).error?.issues[0]?.message
  if (badName) return said({ ...entry, name: null }, 'refuse', badName)
  if (isValueAsName(name)) return said(shown(entry), 'refuse', VALUE_AS_NAME)
  if (value === '') return said(entry, 'skip', 'There is no value.')
  if (interpolated) return said(entry, 'skip', 'The value refers to another variable. Import the result instead.')
  const badValue =
    SecretValue.safeParse(value).error?.issues[0]?.message ??
    (value.isWellFormed() ? null : 'The value holds half a character.')
  if (badValue) return said(entry, 'refuse', badValue)
  const id = chosen[name] ?? providerOf(value, name)
  return decideAgainst(entry, value, stored.get(name), { id, provider: id === undefined ? undefined : find(id) })
}

/** A key pasted where its name belongs is not said back. */
function shown(entry: Entry): Entry {
  return entry.name !== null && isValueAsName(entry.name) ? { ...entry, name: null } : entry
}

function decideAgainst(
  entry: Entry,
  value: string,
  stored: StoredKey | undefined,
  { id, provider }: { id: string | undefined; provider: Provider | undefined },
): Step {
  if (stored) {
    const isSame = stored.fingerprint === runtime().keyring.fingerprint(value)
    const step = said(entry, isSame ? 'same' : 'change', undefined, stored.provider)
    return isSame ? step : { ...step, value, stored }
  }
  if (!provider) {
    return said(
      entry,
      'refuse',
      id === undefined ? UNRECOGNISED : 'There is no provider of the id given for this name.',
    )
  }
  if (!provider.baseUrl)
    return said(entry, 'refuse', `${provider.name} needs a base URL: add this key by hand.`, provider.id)
  return { ...said(entry, 'add', undefined, provider.id), value }
}

const UNRECOGNISED = 'Neither the value nor the name says whose key this is. Choose its provider.'

/** Only a fixed address can be guessed: a server of one's own has to be named, and a form that any secret may have says nothing. */
function providerOf(value: string, name: string): string | undefined {
  return recognise(value, RECOGNISABLE, name).find(({ by }) => by !== 'shared')?.providerId
}
const RECOGNISABLE = publicCatalog.filter(({ takesAnyKey }) => !takesAnyKey)

function said(
  { line, name }: Pick<Entry, 'line' | 'name'>,
  action: ImportLine['action'],
  reason?: string,
  provider?: string,
): Step {
  return { line, name, action, ...(reason ? { reason } : {}), ...(provider ? { provider } : {}) }
}

async function findStored(grant: Grant, environmentId: string, names: string[]): Promise<Map<string, StoredKey>> {
  const rows = await read(grant).key.findMany({
    where: { environmentId, name: { in: names }, deletedAt: null },
    select: { id: true, name: true, provider: true, version: true, fingerprint: true },
  })
  const latest = await read(grant).keyVersion.groupBy({
    by: ['keyId'],
    where: { keyId: { in: rows.map(({ id }) => id) } },
    _max: { number: true },
  })
  const latestOf = new Map(latest.map(({ keyId, _max }) => [keyId, _max.number ?? 0]))
  return new Map(rows.map((row) => [row.name, { ...row, latest: latestOf.get(row.id) ?? row.version }]))
}
