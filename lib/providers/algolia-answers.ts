import type { AnswerRule } from './provider.ts'

const SPEC = 'algolia/api-clients-automation: specs/search'

const refused = (message: string) => ({ status: 403, body: { message, status: 403 } })

/** One sentence and a status: what else a key may lack is told apart from a bad one by the words alone. */
export const algoliaAnswers: AnswerRule[] = [
  {
    when: { status: [401, 403], text: /with this referr?er/i },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the key is good, but answers only calls that come from certain web pages',
    source: 'observed answers (403), and the restriction in Algolia’s API specification',
    example: refused('Method not allowed with this referer'),
  },
  {
    when: {
      status: [401, 403],
      text: /\b(ip|source)\b.{0,60}\bnot (allowed|authori[sz]ed)|not allowed (from|with) this (ip|source)/i,
    },
    verdict: 'ip_not_allowed',
    confidence: 'possible',
    says: 'the key does not take calls from this address',
    source: 'unconfirmed',
    example: refused('Method not allowed with this source'),
  },
  {
    when: { status: [401, 403], text: /(method|index|operation) not allowed with this (api )?key/i },
    verdict: 'permission_missing',
    confidence: 'proven',
    says: 'the key is good, but its access list does not hold what this call needs: a search key cannot list indices',
    permissions: () => ['listIndexes'],
    source: SPEC,
    example: refused('Method not allowed with this API key'),
  },
  {
    when: { status: [401, 403], text: /validity (period )?(has )?expired|key (has )?expired/i },
    verdict: 'key_expired',
    confidence: 'possible',
    says: 'the time for which the key is valid has passed',
    source: 'unconfirmed',
    example: refused('Validity period expired'),
  },
  {
    when: { status: [402, 403], text: /quota (has been )?exceeded|change (your )?plan/i },
    verdict: 'quota_or_billing',
    confidence: 'possible',
    says: 'a quota of the plan is used up',
    source: 'unconfirmed',
    example: refused('Record quota exceeded, change plan or delete records.'),
  },
  {
    when: { status: [401, 403], text: /\bapplication\b.{0,40}\b(blocked|suspended|disabled)/i },
    verdict: 'account_suspended',
    confidence: 'possible',
    says: 'the application is blocked',
    source: 'unconfirmed',
    example: refused('This application is blocked. Please contact support@algolia.com.'),
  },
  {
    when: { status: [401, 403], text: /invalid application-id or api key/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the application ID or the API key is invalid; it uses the same words for an unknown, an expired and a deleted key, and for a key of another application',
    source: 'trufflehog detector for Algolia',
    example: refused('Invalid Application-ID or API key'),
  },
]
