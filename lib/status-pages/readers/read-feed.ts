import type { Answer, StatusFeed } from '#lib/providers/provider'
import { readAws } from './read-aws.ts'
import { readBetterstack } from './read-betterstack.ts'
import { readGoogle } from './read-google.ts'
import { readInstatus } from './read-instatus.ts'
import { readOnlineornot } from './read-onlineornot.ts'
import { readRss } from './read-rss.ts'
import { readSlack } from './read-slack.ts'
import { readStatusio } from './read-statusio.ts'
import { readStatuspage } from './read-statuspage.ts'
import type { StatusReading } from './reading.ts'

type Reader = (answer: Answer, now: Date, page: string) => StatusReading | null

const READERS: Record<StatusFeed['kind'], Reader> = {
  statuspage: readStatuspage,
  instatus: readInstatus,
  betterstack: readBetterstack,
  onlineornot: readOnlineornot,
  statusio: readStatusio,
  rss: readRss,
  google: readGoogle,
  aws: readAws,
  slack: readSlack,
}

/** What a status page says, or null where its answer is not of the form that this page is known to have. */
export function readFeed({ kind, url }: Pick<StatusFeed, 'kind' | 'url'>, answer: Answer, now: Date) {
  if (answer.status !== 200 || answer.truncated) return null
  return READERS[kind](answer, now, url)
}
