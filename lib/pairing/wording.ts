import type { Verdict } from '#lib/providers/verdict'

export interface Wording {
  verdict: Verdict
  /** Statuses on which these words are believed. */
  statuses: number[]
  codes: string[]
  text: RegExp
  /** What the words mean: a clause that follows "the answer says that …". */
  says: string
}

const REFUSED = [400, 401, 403, 422]
const ANY = [400, 401, 402, 403, 404, 406, 409, 412, 418, 422, 423, 424, 426]
/** Words for a key; a bare "key" may be one of a JSON object, so it counts only beside words that fit nothing else. */
const KEY = '(api[ _-]?keys?|access[ _-]?keys?|tokens?|jwts?|credentials?|secrets?)'

/**
 * Words that mean the same in every dialect, for answers that no provider's own rule explains. The first row that fits
 * decides, so that a blocked address or an empty account is never taken for a bad key.
 */
export const WORDINGS: readonly Wording[] = [
  {
    verdict: 'ip_not_allowed',
    statuses: [401, 403],
    codes: [
      'ip_not_authorized',
      'ip_not_allowed',
      'ip_address_not_allowed',
      'ip_blocked',
      'ip_restricted',
      'ip_forbidden',
    ],
    text: /\bip( address)?\b.{0,60}\b(not (authori[sz]ed|allowed|permitted|on|in|whitelisted)|blocked|denied|restrict|does not match|violates)|\b(address|ip) (allow|white)-?list/i,
    says: 'the address that the request comes from is not allowed',
  },
  {
    verdict: 'region_blocked',
    statuses: [400, 401, 403],
    codes: [
      'unsupported_country_region_territory',
      'unsupported_country',
      'unsupported_region',
      'region_not_supported',
      'region_blocked',
      'geo_blocked',
    ],
    text: /\b(country|countries|region|territory|location)\b.{0,60}\b(not (supported|available|allowed|served)|unsupported|restricted|blocked|unavailable)|\bnot (available|supported) in your (country|region|location)|\bunsupported (countr(y|ies)|regions?|locations?)/i,
    says: 'the country or region that the request comes from is not served',
  },
  {
    verdict: 'account_suspended',
    statuses: [400, 401, 403],
    codes: [
      'account_suspended',
      'account_deactivated',
      'account_disabled',
      'account_blocked',
      'organization_restricted',
      'organization_disabled',
      'consumer_suspended',
      'user_suspended',
      'account_terminated',
      'access_terminated',
    ],
    text: /\b(account|organi[sz]ation|workspace|project|tenant|team)\b.{0,50}\b(suspended|disabled|deactivated|banned|blocked|terminated|restricted|locked|closed|frozen|denied access)\b|\baccess (was|has been|is) terminated\b|\b(account|user) (is )?(not active|inactive|deactivated)\b/i,
    says: 'the account, organisation or project behind the key is blocked',
  },
  {
    verdict: 'quota_or_billing',
    statuses: [...ANY, 429],
    codes: [
      'insufficient_quota',
      'insufficient_balance',
      'insufficient_credits',
      'insufficient_funds',
      'billing_error',
      'billing_hard_limit_reached',
      'billing_not_active',
      'credit_balance_exhausted',
      'payment_required',
      'quota_exceeded',
      'budget_exceeded',
    ],
    text: /\binsufficient (quota|balance|credits?|funds)|\b(credits?|balance|prepa(id|yment)[ \w]*)\b.{0,40}\b(too low|exhausted|depleted|used up|insufficient|negative|expired)|\bout of credits?|\bno credits?\b|\b(spend(ing)?|billing|budget|hard|usage) limits?\b.{0,40}\b(reached|exceeded)|\bpayment (is )?(required|method)|\bpast due\b|\bunpaid\b|\bbilling (details|is not|not|has been|account)|\b(budget has been exceeded|over budget)\b|\benable billing\b|\b(failed|incomplete|overdue) payment\b|\b(reached|exceeded|hit)\b.{0,40}\b(spend(ing)?|billing|budget|usage|credit|unit) (limit|cap|quota)\b/i,
    says: 'the account is out of credit, over its limit or unpaid',
  },
  {
    verdict: 'rate_limited',
    statuses: [...ANY, 429, 498],
    codes: [
      'rate_limit_exceeded',
      'rate_limit_error',
      'rate_limited',
      'ratelimited',
      'too_many_requests',
      'throttled',
      'throttling',
      'slow_down',
      'resource_exhausted',
    ],
    text: /\brate[ _-]?limit(s|ed|ing)?\b|\btoo many requests\b|\bthrottl(ed|ing)\b|\bslow down\b|\brequests? per (second|minute|hour|day)\b|\btoo many\b.{0,30}\b(attempts|failures|logins)\b|\b(login|authentication) attempts exceeded\b/i,
    says: 'too many requests were made in a short time',
  },
  {
    verdict: 'model_not_found',
    statuses: [400, 403, 404, 422],
    codes: [
      'model_not_found',
      'model_not_exist',
      'invalid_model',
      'unknown_model',
      'model_not_supported',
      'model_decommissioned',
      'model_not_available',
    ],
    text: /\bmodels?\b.{0,200}\b(not found|not exist|does(n't| not) exist|unknown|not available|unavailable|not supported|decommissioned|deprecated|no access|not have access)|\b(unknown|invalid|no such|unsupported) model\b|\bdo(es)? not have access to (the )?model|\bunable to access model\b|\bno endpoints found\b/i,
    says: 'the model is not there for this key',
  },
  {
    verdict: 'api_version_unsupported',
    statuses: [400, 404, 406, 410, 422, 426],
    codes: [
      'unsupported_api_version',
      'invalid_api_version',
      'unsupported_version',
      'version_not_supported',
      'api_version_unsupported',
    ],
    text: /\b(invalid|unsupported|unknown|missing|deprecated|retired)\b.{0,40}\bversion\b|\bversion\b.{0,60}\b(invalid|unsupported|not supported|no longer supported|unknown|required|deprecated|retired|not valid|not exist|sunset)|\bno longer (supported|available)\b.{0,40}\b(api|version|endpoint)|\b(api|endpoint)\b.{0,40}\b(no longer (supported|available)|retired|sunset)/i,
    says: 'this version of the API is not supported',
  },
  {
    verdict: 'permission_missing',
    statuses: [401, 403],
    codes: [
      'insufficient_scope',
      'missing_scope',
      'missing_scopes',
      'insufficient_permissions',
      'missing_permissions',
      'permission_error',
      'permission_denied_scope',
      'more_permissions_required',
      'not_authorized_scope',
      'key_model_access_denied',
      'team_model_access_denied',
    ],
    text: /\bmissing( the)?( required)? (scopes?|permissions?)|\binsufficient (scopes?|permissions?|privileges?|rights)|\b(does not|doesn't|do not|don't|not|lacks?|without)( have)?( the| any)?( required| necessary| sufficient| needed)? (permissions?|scopes?|privileges?)\b|\bnot permitted to\b|\bpermission (restrictions?|denied)\b|\brequires? (the )?[\w:.-]+ (scope|permission)\b/i,
    says: 'the key lacks a permission for this call',
  },
  {
    verdict: 'key_expired',
    statuses: REFUSED,
    codes: [
      'api_key_expired',
      'expired_api_key',
      'token_expired',
      'expired_token',
      'expired_key',
      'key_expired',
      'credentials_expired',
    ],
    text: new RegExp(
      String.raw`\b(${KEY}|keys?)\b[^.]{0,60}\b(has |have |is |was |already )?expired\b|\bexpired (\w+ )?(${KEY}|key)\b`,
      'i',
    ),
    says: 'the key has expired',
  },
  {
    verdict: 'key_revoked',
    statuses: REFUSED,
    codes: [
      'token_revoked',
      'key_revoked',
      'api_key_revoked',
      'revoked_token',
      'revoked_key',
      'api_key_disabled',
      'key_disabled',
      'api_key_blocked',
      'suspended_api_key',
    ],
    text: new RegExp(
      String.raw`\b(${KEY}|keys?)\b[^.]{0,60}\b(has been |have been |is |was |been )?(revoked|disabled|deactivated|deleted|blocked|leaked|suspended|inactive)\b|\b(revoked|disabled|deactivated) (${KEY}|key)\b`,
      'i',
    ),
    says: 'the key was switched off',
  },
  {
    verdict: 'key_invalid',
    statuses: REFUSED,
    codes: [
      'invalid_api_key',
      'incorrect_api_key',
      'api_key_invalid',
      'invalid_key',
      'invalid_auth',
      'invalid_token',
      'invalid_credentials',
      'bad_credentials',
      'invalid_authentication',
      'authentication_error',
      'auth_error',
      'token_not_found_in_db',
    ],
    text: new RegExp(
      String.raw`\b(invalid|incorrect|wrong|bad|unknown|malformed|unrecogni[sz]ed|illegal)\b.{0,30}\b(${KEY}|authentication|authorization|bearer|x-api-key)|\b${KEY}\b.{0,60}\b(invalid|incorrect|wrong|unknown|malformed|not (valid|found|exist|recogni[sz]ed|correct|known)|does(n't| not) exist|rejected|expired|revoked)\b|\bauthentication (failed|error|fails)\b|\b(could not|cannot|unable to|failed to) authenticate\b|\b(user ?name|password)\b.{0,40}\b(incorrect|invalid|wrong)\b|\b(incorrect|invalid|wrong) (user ?name|password)\b`,
      'i',
    ),
    says: 'the key is not accepted',
  },
  {
    verdict: 'key_invalid',
    statuses: [401, 403],
    codes: [],
    text: /\b(invalid|incorrect|wrong|bad|unknown) (\w+ )?key\b|\bkey (is |was )?(invalid|incorrect|wrong|not (valid|found|recogni[sz]ed))\b/i,
    says: 'the key is not accepted',
  },
]
