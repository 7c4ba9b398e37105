import { AppError, isAppError } from '#lib/errors'
import { EXIT } from './exit-codes.ts'
import { type Fetched, fetchValues, type Wanted } from './fetch-values.ts'
import { followValues } from './follow-values.ts'
import { keepLastKnown, readLastKnown } from './last-known.ts'
import { findPlace } from './place.ts'
import type { fetchKeys as Published } from './published.d.ts'
import { openServer } from './server.ts'
import { type Kept, readSettings } from './settings.ts'

/** See published.d.ts, which the package carries. */
export const fetchKeys: typeof Published = async (options = {}) => {
  const { names, lastKnownGood = true, onChange, onOutage, ...given } = options
  const settings = readSettings(given as Kept)
  const server = openServer(settings)
  const wanted: Wanted = { place: await findPlace(server, settings), names }
  let stale: string | null = null
  let now: Fetched
  try {
    now = await fetchValues(server, wanted)
    if (lastKnownGood) keepLastKnown(settings, wanted, now)
  } catch (error) {
    const isAway = isAppError(error) && error.exitCode === EXIT.unreachable
    const known = lastKnownGood && isAway ? readLastKnown(settings, wanted) : null
    if (!known) throw error
    now = known
    stale = `${(error as Error).message} These are the values of ${known.at}.`
    onOutage?.(stale)
  }
  const stop = new AbortController()
  void followValues(server, {
    wanted,
    known: now.etag,
    signal: stop.signal,
    isBackground: true,
    onChange: (fetched) => {
      now = fetched
      if (lastKnownGood) keepLastKnown(settings, wanted, fetched)
      onChange?.(plain(fetched))
    },
    onOutage: (reason) => {
      if (!stale) onOutage?.(reason)
      stale = reason
    },
    onRecovery: () => {
      stale = null
      onOutage?.(null)
    },
  }).catch((error: unknown) => {
    stale = isAppError(error) ? error.message : 'Changes are not followed any more.'
  })
  return {
    get(name) {
      const found = Object.hasOwn(now.values, name) ? now.values[name] : undefined
      if (!found)
        throw new AppError(
          'not_found',
          `There is no key ${name} in ${wanted.place.project}/${wanted.place.environment}.`,
        )
      return found.value
    },
    values: () => plain(now),
    get stale() {
      return stale
    },
    close: () => stop.abort(),
  }
}

function plain({ values }: Fetched): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, { value }]) => [name, value]))
}
