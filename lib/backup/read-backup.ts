import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type { z } from 'zod'
import { AppError, isAppError } from '#lib/errors'
import { decodeFrames, type Frame } from './frame.ts'
import {
  type BackupHeader,
  type BackupTable,
  backupHeader,
  backupSequences,
  backupTable,
  backupTableEnd,
  backupTrailer,
  FORMAT,
} from './schema.ts'

export type BackupPart =
  | { kind: 'header'; header: BackupHeader }
  | { kind: 'table'; table: BackupTable }
  | { kind: 'rows'; bytes: Buffer }
  | { kind: 'end'; rows: number }
  | { kind: 'sequences'; sequences: z.infer<typeof backupSequences> }
  | { kind: 'trailer'; tables: number; rows: number; sha256: string }

/**
 * The parts of a backup in order, each checked as it passes: who reads to the trailer has read exactly what was written.
 * Throws `invalid` for a file that is no backup, was cut or changed, or has a form newer than this version knows.
 */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  try {
    yield* checkedParts(decodeFrames(unzip(file)))
  } catch (cause) {
    throw isAppError(cause) ? cause : unreadable(file, cause)
  }
}

async function* unzip(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file)
  const gunzip = createGunzip()
  source.once('error', (error) => gunzip.destroy(error))
  try {
    yield* source.pipe(gunzip) as AsyncIterable<Buffer>
  } finally {
    source.destroy()
  }
}

async function* checkedParts(frames: AsyncIterable<Frame>): AsyncGenerator<BackupPart> {
  const whole = createHash('sha256')
  let section = createHash('sha256')
  let sectionRows = 0
  const seen = { tables: 0, rows: 0, header: false, inTable: false, trailer: false }
  for await (const frame of frames) {
    requireOrder(frame, seen)
    if (frame.kind !== 'trailer') whole.update(frame.bytes)
    switch (frame.kind) {
      case 'header':
        seen.header = true
        yield { kind: 'header', header: parseHeader(frame.payload) }
        break
      case 'table':
        Object.assign(seen, { inTable: true, tables: seen.tables + 1 })
        section = createHash('sha256')
        sectionRows = 0
        yield { kind: 'table', table: backupTable.parse(parseJson(frame.payload)) }
        break
      case 'rows':
        section.update(frame.payload)
        sectionRows += countLines(frame.payload)
        yield { kind: 'rows', bytes: frame.payload }
        break
      case 'end': {
        const end = backupTableEnd.parse(parseJson(frame.payload))
        if (end.sha256 !== section.digest('hex') || end.rows !== sectionRows) throw new Error('a table differs')
        Object.assign(seen, { inTable: false, rows: seen.rows + end.rows })
        yield { kind: 'end', rows: end.rows }
        break
      }
      case 'sequences':
        yield { kind: 'sequences', sequences: backupSequences.parse(parseJson(frame.payload)) }
        break
      case 'trailer': {
        const trailer = backupTrailer.parse(parseJson(frame.payload))
        const same =
          trailer.sha256 === whole.digest('hex') && trailer.tables === seen.tables && trailer.rows === seen.rows
        if (!same) throw new Error('the whole differs')
        seen.trailer = true
        yield { kind: 'trailer', ...trailer }
      }
    }
  }
  if (!seen.trailer) throw new Error('the end is missing')
}

function requireOrder({ kind }: Frame, seen: { header: boolean; inTable: boolean; trailer: boolean }): void {
  const inTable = kind === 'rows' || kind === 'end'
  if (seen.trailer || seen.header === (kind === 'header') || seen.inTable !== inTable)
    throw new Error(`${kind} out of order`)
}

function parseHeader(payload: Buffer): BackupHeader {
  const header = backupHeader.parse(parseJson(payload))
  if (header.format <= FORMAT) return header
  throw new AppError(
    'invalid',
    `This backup was made by a newer version of Claviger (${header.version}). Update Claviger, then restore.`,
  )
}

function parseJson(payload: Buffer): unknown {
  return JSON.parse(payload.toString('utf8'))
}

/** COPY's text form ends each row with a line feed and escapes those within. */
function countLines(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++
  return lines
}

function unreadable(file: string, cause: unknown): AppError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'ENOENT') return new AppError('invalid', `There is no file ${file}.`, { cause })
  if (code === 'EACCES' || code === 'EISDIR') return new AppError('invalid', `${file} cannot be read.`, { cause })
  return new AppError(
    'invalid',
    `${file} is not a whole backup of Claviger: it was cut short, changed, or is something else. Nothing was restored. Take an earlier copy.`,
    { cause },
  )
}
