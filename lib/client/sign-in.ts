import type { CommandInput } from '../cli/command.ts'
import { findPlace, type Place } from './place.ts'
import { openServer, type Server } from './server.ts'
import { readSettings, type Settings } from './settings.ts'

/** What the options of a command say of where to ask. */
export function settingsOf({ options: { url, ca } }: CommandInput): Settings {
  return readSettings({ ...(url ? { url } : {}), ...(ca ? { ca } : {}) })
}

/** The server that a command asks, with the place that its first word names. */
export async function signInAt(input: CommandInput): Promise<{ settings: Settings; server: Server; place: Place }> {
  const settings = settingsOf(input)
  const server = openServer(settings)
  return { settings, server, place: await findPlace(server, settings, input.words[0]) }
}

export function signIn(input: CommandInput): Server {
  return openServer(settingsOf(input))
}

/** `A,B` as names; undefined where the option was left out. */
export function namesOf({ options: { names } }: CommandInput): string[] | undefined {
  return names
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean)
}
