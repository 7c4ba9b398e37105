import type { Opened } from '../finding.ts'

/** An HTTP answer as a log tells of it. */
export interface LoggedAnswer {
  status: number
  /** Undefined where the log holds the status alone. */
  body?: unknown
  headers: Record<string, string>
  url?: string | undefined
  /** A library that is made for such APIs reported it. */
  isFromLibrary: boolean
  /** Words that prove it. */
  proof: string[]
}

/** One way in which programs tell of an answer; null where a record is not of this kind. */
export type AnswerForm = (record: Opened) => LoggedAnswer | null
