import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Fetched, Wanted } from './fetch-values.ts'
import { cacheFolder, type Settings, writePrivately } from './settings.ts'

export interface LastKnown extends Fetched {
  /** When Claviger gave them, ISO 8601. */
  at: string
}

interface Sealed {
  salt: string
  iv: string
  tag: string
  text: string
}

type Owner = Pick<Settings, 'url' | 'token'>

/** Keeps what was fetched for when Claviger cannot be reached: encrypted under the token, so that the file alone is worth nothing. */
export function keepLastKnown(owner: Owner, wanted: Wanted, fetched: Fetched): void {
  const [salt, iv] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', keyOf(owner, salt), iv)
  const known: LastKnown = { at: new Date().toISOString(), etag: fetched.etag, values: fetched.values }
  const text = Buffer.concat([cipher.update(JSON.stringify(known), 'utf8'), cipher.final()])
  const sealed = { salt, iv, tag: cipher.getAuthTag(), text }
  const written = Object.fromEntries(Object.entries(sealed).map(([name, bytes]) => [name, bytes.toString('base64')]))
  writePrivately(fileOf(owner, wanted), JSON.stringify(written))
}

/** What was kept; null where there is nothing that this token opens. */
export function readLastKnown(owner: Owner, wanted: Wanted): LastKnown | null {
  try {
    const sealed = JSON.parse(readFileSync(fileOf(owner, wanted), 'utf8')) as Sealed
    const [salt, iv, tag, text] = [sealed.salt, sealed.iv, sealed.tag, sealed.text].map((part) =>
      Buffer.from(part, 'base64'),
    )
    const decipher = createDecipheriv('aes-256-gcm', keyOf(owner, salt as Buffer), iv as Buffer)
    decipher.setAuthTag(tag as Buffer)
    return JSON.parse(Buffer.concat([decipher.update(text as Buffer), decipher.final()]).toString('utf8')) as LastKnown
  } catch {
    return null
  }
}

function keyOf({ token }: Owner, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', token, salt, 'claviger last known', 32))
}

function fileOf({ url }: Owner, { place, names }: Wanted): string {
  const what = JSON.stringify([url, place.project, place.environment, names ? [...names].sort() : null])
  return path.join(cacheFolder(), `${createHash('sha256').update(what).digest('hex').slice(0, 32)}.json`)
}
