import type { Opened } from '../finding.ts'
import { curlAnswer } from './curl-answer.ts'
import { jsonAnswer } from './json-answer.ts'
import { libraryForms } from './library-answers.ts'
import type { AnswerForm, LoggedAnswer } from './logged-answer.ts'
import { toldForms } from './told-answers.ts'

const FORMS: readonly AnswerForm[] = [curlAnswer, jsonAnswer, ...libraryForms, ...toldForms]

/** The answer that a record tells of, or null. */
export function answerIn(record: Opened): LoggedAnswer | null {
  for (const form of FORMS) {
    const answer = form(record)
    if (answer && answer.status >= 100 && answer.status < 600) return answer
  }
  return null
}
