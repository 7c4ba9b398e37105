import type { Wording } from './wording.ts'

const REFUSED = [400, 401, 403, 422]
/** Words for a key; a bare "key" may be one of a JSON object, so it counts only beside words that fit nothing else. */
const KEY = '(api[ _-]?keys?|access[ _-]?keys?|tokens?|jwts?|credentials?|secrets?)'

/** Tokens are also pieces of a text, which a server counts, and of a program, which it parses. */
const NOT_OF_TEXT = String.raw`^(?!.*\b(json|syntax|unexpected token|(number|count) of tokens|max(imum)?[ _]tokens|tokens? (count|limit|length)|too many tokens)\b).*`

/** What is said of a key itself: that it lacks a permission, has ended, was switched off, or is none. */
export const KEY_WORDINGS: readonly Wording[] = [
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
    text: /\bmissing( the)?( required)? (scopes?|permissions?)|\binsufficient (scopes?|permissions?|privileges?|rights)|\b(does not|doesn't|do not|don't|not|lacks?|without)( have)?( the| any)?( required| necessary| sufficient| needed)? (permissions?|scopes?|privileges?)\b|\bnot permitted to\b|\b(key|token|role|user)\b.{0,40}\b(does not|doesn't|do not|don't) (have access|permit|allow)\b|\bpermission (restrictions?|denied)\b|\brequires? (the )?[\w:.-]+ (scope|permission)\b/i,
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
      String.raw`\b(${KEY}|keys?)\b(?![- ](based|auth))[^.]{0,60}\b(has been |have been |is |was |been )?(revoked|disabled|deactivated|deleted|blocked|leaked|suspended|inactive)\b(?! (from|to)\b)|\b(revoked|disabled|deactivated) (${KEY}|key)\b`,
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
      String.raw`${NOT_OF_TEXT}(\b(invalid|incorrect|wrong|bad|unknown|malformed|unrecogni[sz]ed|illegal)\b.{0,30}\b(${KEY}|authentication|authorization|bearer|x-api-key)|\b${KEY}\b.{0,60}\b(invalid|incorrect|wrong|unknown|malformed|not (valid|found|exist|recogni[sz]ed|correct|known)|does(n't| not) exist|rejected|expired|revoked)\b|\bauthentication (failed|error|fails)\b|\b(could not|cannot|unable to|failed to) (authenticate|(validate|verify) (the )?(${KEY}|signature))\b|\bsignature verification failed\b|\b(user ?name|password)\b.{0,40}\b(incorrect|invalid|wrong)\b|\b(incorrect|invalid|wrong) (user ?name|password)\b)`,
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
