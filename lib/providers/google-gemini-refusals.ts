import { googleError as error } from './google-error.ts'
import type { AnswerRule } from './provider.ts'

const REASONS = 'googleapis: google/api/error_reason.proto'
const TROUBLESHOOTING = 'https://ai.google.dev/gemini-api/docs/troubleshooting'
const SERVICE = 'generativelanguage.googleapis.com'

/** One reason (API_KEY_INVALID) covers expired, deleted and unknown keys; only the sentence tells them apart. */
export const googleGeminiRefusals: AnswerRule[] = [
  {
    when: { status: [400, 401, 403], text: /api key (has )?expired/i },
    verdict: 'key_expired',
    confidence: 'proven',
    says: 'the key has expired and must be renewed',
    source: 'observed answers',
    example: {
      status: 400,
      body: error(400, 'INVALID_ARGUMENT', 'API key expired. Please renew the API key.', 'API_KEY_INVALID'),
    },
  },
  {
    when: { status: [400, 401, 403], text: /reported as leaked/i },
    verdict: 'key_revoked',
    confidence: 'proven',
    says: 'the key was reported as leaked and has been switched off',
    source: TROUBLESHOOTING,
    example: {
      status: 403,
      body: error(403, 'PERMISSION_DENIED', 'Your API key was reported as leaked. Please use another API key.'),
    },
  },
  {
    when: { status: [400, 401, 403], code: 'api_key_invalid', text: /api key not (valid|found)|pass a valid api key/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the key is not valid; it uses the same words for an unknown and a deleted key',
    source: REASONS,
    example: {
      status: 400,
      body: error(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', 'API_KEY_INVALID'),
    },
  },
  {
    when: { status: 401, code: 'access_token_expired' },
    verdict: 'key_expired',
    confidence: 'likely',
    says: 'this is an access token, and it has expired',
    source: REASONS,
    example: {
      status: 401,
      body: error(
        401,
        'UNAUTHENTICATED',
        'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
        'ACCESS_TOKEN_EXPIRED',
      ),
    },
  },
  {
    when: { status: 403, code: 'access_token_scope_insufficient' },
    verdict: 'permission_missing',
    confidence: 'proven',
    says: 'this is an access token, and it lacks the scope for this call',
    source: REASONS,
    example: {
      status: 403,
      body: error(
        403,
        'PERMISSION_DENIED',
        'Request had insufficient authentication scopes.',
        'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
      ),
    },
  },
  {
    when: { status: 401, code: ['access_token_type_unsupported', 'unauthenticated'] },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'this kind of credential is not accepted here',
    source: 'answers quoted in the Gemini developer forum',
    example: {
      status: 401,
      body: error(
        401,
        'UNAUTHENTICATED',
        'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
        'ACCESS_TOKEN_TYPE_UNSUPPORTED',
      ),
    },
  },
  {
    when: { status: 403, code: 'api_key_ip_address_blocked', text: /ip address restriction/i },
    verdict: 'ip_not_allowed',
    confidence: 'proven',
    says: 'the key is restricted to other IP addresses',
    source: REASONS,
    example: {
      status: 403,
      body: error(
        403,
        'PERMISSION_DENIED',
        'The provided API key has an IP address restriction. The originating IP address of the call violates this restriction.',
        'API_KEY_IP_ADDRESS_BLOCKED',
      ),
    },
  },
  {
    when: { status: 403, code: 'api_key_http_referrer_blocked', text: /referr?er .{0,40}blocked/i },
    verdict: 'permission_missing',
    confidence: 'proven',
    says: 'the key may be used from certain web pages only',
    permissions: () => ['referrer'],
    source: REASONS,
    example: {
      status: 403,
      body: error(
        403,
        'PERMISSION_DENIED',
        'Requests from referer <empty> are blocked.',
        'API_KEY_HTTP_REFERRER_BLOCKED',
      ),
    },
  },
  {
    when: { status: 403, code: ['api_key_android_app_blocked', 'api_key_ios_app_blocked'] },
    verdict: 'permission_missing',
    confidence: 'proven',
    says: 'the key may be used from certain mobile apps only',
    permissions: () => ['app'],
    source: REASONS,
    example: {
      status: 403,
      body: error(
        403,
        'PERMISSION_DENIED',
        'Requests from this Android client application <empty> are blocked.',
        'API_KEY_ANDROID_APP_BLOCKED',
      ),
    },
  },
  {
    when: {
      status: 403,
      code: ['api_key_service_blocked', 'service_disabled'],
      text: /has not been used in project|requests to this api .{1,200}are blocked/i,
    },
    verdict: 'permission_missing',
    confidence: 'proven',
    says: 'the key is good, but the Gemini API is not enabled for it or for its project',
    permissions: () => [SERVICE],
    source: REASONS,
    example: {
      status: 403,
      body: error(
        403,
        'PERMISSION_DENIED',
        `Requests to this API ${SERVICE} method ListModels are blocked.`,
        'API_KEY_SERVICE_BLOCKED',
      ),
    },
  },
  {
    when: { status: 403, text: /(does not|doesn't) have (the )?(required |necessary )?permissions?/i },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the key does not have the required permissions',
    source: TROUBLESHOOTING,
    example: {
      status: 403,
      body: error(403, 'PERMISSION_DENIED', "Your API key doesn't have the required permissions."),
    },
  },
]
