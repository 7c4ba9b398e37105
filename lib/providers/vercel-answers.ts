import type { Answer, AnswerRule } from './provider.ts'
import { isRecord } from './read-error.ts'

const OBSERVED = 'observed answers, quoted in public issues'

const error = (code: string, message: string, more: object = {}) => ({ error: { code, message, ...more } })
const blockedFor = (reason: string) => ({
  user: {
    id: 'user-1',
    email: 'ops@example.com',
    name: 'Ops',
    username: 'ops',
    softBlock: { blockedAt: 1_780_000_000_000, reason },
  },
})

const isInvalidToken = ({ json }: Answer) => isRecord(json) && isRecord(json.error) && json.error.invalidToken === true

const isBlocked =
  (reason: RegExp) =>
  ({ json }: Answer) => {
    const block = isRecord(json) && isRecord(json.user) ? json.user.softBlock : undefined
    return isRecord(block) && reason.test(String(block.reason))
  }

/** `forbidden` is the word for a bad token and for a missing permission: `invalidToken` tells them apart. */
export const vercelAnswers: AnswerRule[] = [
  {
    when: { status: 200, also: isBlocked(/unpaid|subscription|trial/i) },
    verdict: 'quota_or_billing',
    confidence: 'possible',
    says: 'the token is good, but the account is blocked until it is paid or subscribed again',
    source: 'unconfirmed',
    example: { status: 200, body: blockedFor('UNPAID_INVOICE') },
  },
  {
    when: { status: 200, also: isBlocked(/./) },
    verdict: 'account_suspended',
    confidence: 'possible',
    says: 'the token is good, but the account is blocked',
    source: 'unconfirmed',
    example: { status: 200, body: blockedFor('BLOCKED_FOR_PLATFORM_ABUSE') },
  },
  {
    when: { status: [401, 403], also: isInvalidToken },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the token is invalid; it uses the same words for an unknown, an expired and a deleted one',
    source: OBSERVED,
    example: {
      status: 403,
      headers: { 'x-vercel-id': 'fra1::abcde-1780000000000-0123456789ab' },
      body: error('forbidden', 'Not authorized', { invalidToken: true }),
    },
  },
  {
    when: { status: [401, 403], text: /missing an authentication token/i },
    verdict: 'unexpected_response',
    confidence: 'possible',
    says: 'no token arrived, although one was sent: something on the way removed the Authorization header',
    source: 'unconfirmed',
    example: {
      status: 403,
      body: error('forbidden', 'The request is missing an authentication token', { missingToken: true }),
    },
  },
  {
    when: { status: 403, text: /access to scope|don['’]t have permission|re-authenticate to this scope/i },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the token is good, but may not read the account; a token of a team or an integration sees only its own',
    permissions: (_, { message }) => [...message.matchAll(/scope "([^"]+)"/g)].map(([, name]) => String(name)),
    source: OBSERVED,
    example: { status: 403, body: error('forbidden', "You don't have permission to access this resource.") },
  },
]
