import type { Wording } from './wording.ts'

const ANY = [400, 401, 402, 403, 404, 406, 409, 412, 418, 422, 423, 424, 426]

const ACCOUNT = String.raw`(?<!billing |access to (?:this|the|your) )\b(?:account|organi[sz]ation|workspace|project|tenant|team|user)`
const OFF = '(?:suspended|disabled|deactivated|banned|blocked|terminated|restricted|locked|closed|frozen|denied access)'
/** An organisation that is blocked, and none that blocks: "the organization has restricted access" is about a permission. */
const SUSPENDED = new RegExp(
  [
    String.raw`${ACCOUNT}\b.{0,50}\b(?:is|was|are|were|been|being) (?:\w+ ){0,2}${OFF}\b`,
    String.raw`${ACCOUNT}(?: \S+)?[ :-]+${OFF}\b(?=$|[^\w\s]| (?:for|due|by (?!classic)|because|until|since|and|contact|please)\b)`,
    String.raw`\b(?:suspended|disabled|deactivated|banned|locked) (?:account|organi[sz]ation|workspace|project|user)\b`,
    String.raw`${ACCOUNT} (?:is )?(?:not active|inactive)\b|${ACCOUNT}\b.{0,30}\bunder review\b`,
    String.raw`${ACCOUNT} (?:was|has been|were) deactivated\b|\baccess (?:was|has been|is) terminated\b`,
  ].join('|'),
  'i',
)

/** What lies around a key: the caller's address, the account, its money, the model, the version. */
export const ACCOUNT_WORDINGS: readonly Wording[] = [
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
    text: /^(?!.*\btoo many\b).*(\bip( address)?\b.{0,60}\b(not (authori[sz]ed|allowed|permitted|on|in|whitelisted)|blocked|denied|restrict|does not match|violates)|\b(address|ip) (allow|white)-?list|\b(disallowed|unauthori[sz]ed|blocked|restricted to)\b.{0,30}\bips?\b)/i,
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
    text: /\b(country|countries|region|territory|location)\b.{0,60}\b(not (supported|available|allowed|served)|unsupported|restricted|blocked|unavailable)|\bnot (available|supported) in your (country|region|location)|\b(do(es)? not|don't|doesn't|cannot) serve (your|this) (country|region)|\bunsupported (countr(y|ies)|regions?|locations?)/i,
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
    text: SUSPENDED,
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
    text: /\binsufficient (quota|balance|credits?|funds)|\b(credits?|balance|prepa(id|yment)[ \w]*)\b.{0,40}\b(too low|exhausted|depleted|used up|insufficient|negative|expired)|\bout of credits?|\bno credits?\b|\b(spend(ing)?|billing|budget|hard|usage) limits?\b.{0,40}\b(reached|exceeded)|\bpayment (is )?(required|method)|\bpast due\b|\bunpaid\b|\bbilling (details|is not|not|has been|account)|\b(budget has been exceeded|over budget)\b|\benable billing\b|\b(daily|monthly|yearly)\b.{0,20}\bquota\b|\bsubscription\b.{0,20}\b(expired|ended|cancell?ed|lapsed)\b|\bno active subscription\b|\bfree trial\b.{0,20}\b(ended|expired|over)\b|\binvoice\b.{0,20}\b(overdue|unpaid)\b|\bnegative balance\b|\b(failed|incomplete|overdue) payment\b|\b(reached|exceeded|hit)\b.{0,40}\b(spend(ing)?|billing|budget|usage|credit|unit) (limit|cap|quota)\b/i,
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
    // Advice that rate limits give as well: it counts where nothing speaks of a rate.
    verdict: 'quota_or_billing',
    statuses: [...ANY, 429],
    codes: [],
    text: /\b(upgrade|change) your (plan|subscription)\b|\bplan\b.{0,20}\bnot (include|allow|cover|support)\b/i,
    says: 'the plan of the account does not cover this',
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
    text: /\b(invalid|unsupported|unknown|missing|deprecated|retired)\b[^.]{0,40}\bversion\b|\bversion\b.{0,60}\b(invalid|unsupported|not supported|no longer supported|unknown|required|deprecated|retired|not valid|not exist|sunset)|\bno longer (supported|available)\b.{0,40}\b(api|version|endpoint)|\b(api|endpoint)\b.{0,40}\b(no longer (supported|available)|retired|sunset)/i,
    says: 'this version of the API is not supported',
  },
]
