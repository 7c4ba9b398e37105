import type { AnswerRule } from './provider.ts'

const ERRORS = 'https://learn.microsoft.com/azure/foundry/openai/how-to/troubleshoot-errors'

const error = (code: string, message: string) => ({ error: { code, message } })

/** Azure repeats the status as the code, so that sentences decide. */
export const azureOpenaiAnswers: AnswerRule[] = [
  {
    when: {
      status: 403,
      text: /virtual network|firewall rules|network access|public access is disabled|private endpoint/i,
    },
    verdict: 'ip_not_allowed',
    confidence: 'likely',
    says: 'the resource does not accept calls from this network: a virtual network or firewall rule is in the way',
    source: ERRORS,
    example: { status: 403, body: error('403', 'Access denied due to Virtual Network/Firewall rules.') },
  },
  {
    when: {
      status: [401, 403],
      code: 'authenticationtypedisabled',
      text: /key[- ]based authentication is disabled|local auth(entication)? (is|has been) disabled/i,
    },
    verdict: 'wrong_key_kind',
    confidence: 'proven',
    says: 'this resource takes no keys at all, only tokens of Microsoft Entra: its key-based authentication is switched off',
    source: 'answers quoted in public issues (403 AuthenticationTypeDisabled)',
    example: {
      status: 403,
      body: error('AuthenticationTypeDisabled', 'Key based authentication is disabled for this resource.'),
    },
  },
  {
    when: { status: [403, 429], text: /out of call volume quota/i },
    verdict: 'quota_or_billing',
    confidence: 'likely',
    says: 'the calls that the free tier of the resource includes are used up',
    source: 'answers quoted in public issues (403)',
    example: {
      status: 403,
      body: error('403', 'Out of call volume quota. Quota will be replenished in 12.10:31:00.'),
    },
  },
  {
    when: {
      status: 403,
      text: /\b(resource|subscription|account)\b.{0,80}\b(temporarily blocked|has been (blocked|disabled))/i,
    },
    verdict: 'account_suspended',
    confidence: 'proven',
    says: 'the resource has been blocked',
    source: ERRORS,
    example: {
      status: 403,
      body: error(
        '403',
        'Your resource has been temporarily blocked because we detected behavior that may violate our content policy.',
      ),
    },
  },
  {
    when: { status: [401, 403], text: /subscription .{0,40}(disabled|warned|not (active|registered))/i },
    verdict: 'quota_or_billing',
    confidence: 'possible',
    says: 'the Azure subscription behind the resource is disabled',
    source: 'unconfirmed',
    example: { status: 403, body: error('403', 'The subscription is disabled and therefore marked as read only.') },
  },
  {
    when: { status: 401, text: /\b(access )?token (has |is )(already )?expired/i },
    verdict: 'key_expired',
    confidence: 'likely',
    says: 'this is an Entra token, and it has expired; the keys of a resource do not expire',
    source: ERRORS,
    example: { status: 401, body: error('401', 'Unauthorized. Access token has expired.') },
  },
  {
    when: {
      status: [401, 403],
      code: 'permissiondenied',
      text: /lacks the required data action|does not have (access|permission)/i,
    },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the identity is known, but lacks a role on this resource',
    permissions: (_, { message }) =>
      [...message.matchAll(/data action `?([\w./*]+)`?/g)].map(([, name]) => String(name)),
    source: ERRORS,
    example: {
      status: 401,
      body: error(
        'PermissionDenied',
        'The principal lacks the required data action `Microsoft.CognitiveServices/accounts/OpenAI/models/read` to perform `GET /openai/models` operation.',
      ),
    },
  },
  {
    when: { status: 401, text: /invalid subscription key|wrong api endpoint|access token is missing, invalid/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'this resource does not accept the key: it is wrong, was regenerated, or belongs to another resource or region',
    source: 'answers quoted by Microsoft and on RapidAPI',
    example: {
      status: 401,
      headers: { 'apim-request-id': 'c85f3b15-cf66-4482-a190-82ac6e287aad' },
      body: error(
        '401',
        'Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.',
      ),
    },
  },
  {
    when: { status: [400, 404], text: /api[ -]?version/i },
    verdict: 'api_version_unsupported',
    confidence: 'likely',
    says: 'it no longer knows this version of its API',
    source: ERRORS,
    example: { status: 404, body: error('404', 'API version not supported') },
  },
  {
    when: { status: 404, code: 'deploymentnotfound', text: /deployment .{0,60}does not exist/i },
    verdict: 'model_not_found',
    confidence: 'proven',
    says: 'the resource has no deployment of this name',
    source: ERRORS,
    example: { status: 404, body: error('DeploymentNotFound', 'The API deployment for this resource does not exist.') },
  },
  {
    when: { status: 429, text: /rate limit is exceeded|call rate limit/i },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'too many requests or tokens were sent in a short time',
    source: ERRORS,
    example: {
      status: 429,
      headers: { 'retry-after-ms': '6000' },
      body: error('429', 'Rate limit is exceeded. Try again in 6 seconds.'),
    },
  },
]
