import type { Application, Platform } from '#lib/troubleshooting/schema'
import { PLATFORM_WORDS } from './platform-words.ts'

/** What a form holds of the application: everything as typed. */
export type ApplicationDraft = Record<keyof Application, string>

export const EMPTY_APPLICATION: ApplicationDraft = {
  name: '',
  platform: '',
  baseUrl: '',
  model: '',
  apiVersion: '',
  environment: '',
  clock: '',
}

/** The clock is left out: an old reading would be compared with the time of keeping it anew. */
export function draftOf(application: Application): ApplicationDraft {
  return { ...EMPTY_APPLICATION, ...application, clock: '' }
}

/** What the API takes: without what was left empty. Undefined where nothing was filled in. */
export function toApplication({ platform, ...texts }: ApplicationDraft): Application | undefined {
  const filled = Object.entries(texts).flatMap(([name, text]) => (text.trim() ? [[name, text.trim()]] : []))
  const application: Application = {
    ...Object.fromEntries(filled),
    ...(isPlatform(platform) && { platform }),
  }
  return Object.keys(application).length > 0 ? application : undefined
}

function isPlatform(text: string): text is Platform {
  return text in PLATFORM_WORDS
}
