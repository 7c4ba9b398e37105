import type { Grant } from '#lib/access/authorize'
import { observeTogether } from '#lib/access/observe'
import { read } from '#lib/access/read'
import type { PageAnswer } from './ask-page.ts'
import type { ClaimedPage } from './claim-due-pages.ts'
import { keepIncidents } from './keep-incidents.ts'
import { toKeptPage } from './kept-page.ts'
import { mergeIncidents } from './merge-incidents.ts'
import { nextDue } from './next-due.ts'
import type { KeptPage } from './provider-status.ts'

/**
 * Keeps what a page answered, all of it or nothing, and returns the page before and after. Null: the claim was lost
 * meanwhile, somebody else has asked, and nothing of this answer was kept.
 */
export async function keepAnswer(
  grant: Grant,
  claimed: ClaimedPage,
  answer: PageAnswer,
  now: Date,
): Promise<{ before: KeptPage; after: KeptPage } | null> {
  const { row, claim } = claimed
  const rows = await read(grant).statusIncident.findMany({ where: concerned(row.url, answer) })
  const before = toKeptPage({ ...row, incidents: rows })
  const after = afterwards(before, answer, now)
  const isKept = await observeTogether(async (db) => {
    const { count } = await db.statusPage.updateMany({
      where: { url: row.url, ...claim },
      data: { ...pageData(after), ...validators(answer), ...schedule(claimed, answer, now) },
    })
    if (count === 1) await keepIncidents(db, row.url, before.incidents, after.incidents)
    return count === 1
  })
  return isKept ? { before, after } : null
}

function concerned(pageUrl: string, answer: PageAnswer) {
  const told = answer.outcome === 'read' ? answer.reading.incidents.map(({ externalId }) => externalId) : []
  return { pageUrl, OR: [{ resolvedAt: null }, { externalId: { in: told } }] }
}

function afterwards(before: KeptPage, answer: PageAnswer, now: Date): KeptPage {
  if (answer.outcome === 'failed')
    return { ...before, failingSince: before.failingSince ?? now, problem: answer.problem }
  const fine = { readAt: now, failingSince: null, problem: null }
  if (answer.outcome === 'unchanged') return { ...before, ...fine }
  const { state, components } = answer.reading
  const changedAt = state === before.state && before.changedAt ? before.changedAt : now
  return {
    ...fine,
    state,
    components,
    changedAt,
    incidents: mergeIncidents(before.incidents, answer.reading.incidents, now),
  }
}

function pageData({ state, components, readAt, changedAt, failingSince, problem }: KeptPage) {
  return { state, components: components.map((each) => ({ ...each })), readAt, changedAt, failingSince, problem }
}

function validators(answer: PageAnswer) {
  return answer.outcome === 'read' ? { etag: answer.etag, lastModified: answer.lastModified } : {}
}

function schedule({ row, isInUse }: ClaimedPage, answer: PageAnswer, now: Date) {
  const failures = answer.outcome === 'failed' ? row.failures + 1 : 0
  const retryAt = answer.outcome === 'failed' ? answer.retryAt : undefined
  return { failures, dueAt: nextDue({ now, isInUse, failures, retryAt }) }
}
