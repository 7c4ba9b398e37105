import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '#lib/errors'
import type { Issue } from './lab.ts'

/** What a later start must know again. Every value in it was made up here and opens nothing anywhere else. */
export interface DemoRecord {
  password: string
  /** The key that the simulated key API makes, and the credential that it takes. */
  makesKeys?: { keyId: string; credential: string }
  keys: { provider: string; issue: Issue & { value: string } }[]
}

const fileIn = (dataDir: string) => path.join(dataDir, 'demo.json')

/**
 * The record of a demo's data folder, begun where the folder is new. Throws a sentence where the folder holds anything
 * that no demo made.
 */
export function openDemoRecord(dataDir: string): DemoRecord {
  const file = fileIn(dataDir)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as DemoRecord
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) {
    throw new AppError(
      'conflict',
      `The folder ${dataDir} holds something other than a demo, and a demo is never mixed with real data. Nothing was changed. Unset CLAVIGER_DATA_DIR, or name another folder.`,
    )
  }
  const record = { password: randomBytes(9).toString('base64url'), keys: [] }
  // As root the database runs as another user, who must be able to pass through; the record is its owner's alone.
  mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  saveDemoRecord(dataDir, record)
  return record
}

export function saveDemoRecord(dataDir: string, record: DemoRecord): void {
  const file = fileIn(dataDir)
  writeFileSync(`${file}.new`, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
