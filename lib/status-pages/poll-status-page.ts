import type { Grant } from '#lib/access/authorize'
import { runtime } from '#lib/server/runtime'
import { askPage } from './ask-page.ts'
import { changesOf, type StatusChange } from './changes-of.ts'
import type { ClaimedPage } from './claim-due-pages.ts'
import { keepAnswer } from './keep-answer.ts'

/** Asks one claimed page, keeps what it says, and returns what that changed. */
export async function pollStatusPage(grant: Grant, claimed: ClaimedPage, now: Date): Promise<StatusChange[]> {
  const { feed, row } = claimed
  const answer = await askPage({ ...row, kind: feed.kind }, runtime().outbound, now)
  const kept = await keepAnswer(grant, claimed, answer, now)
  return kept ? changesOf(feed, kept.before, kept.after, now) : []
}
