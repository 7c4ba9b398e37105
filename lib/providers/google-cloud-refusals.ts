import { googleError } from './google-error.ts'
import type { AnswerRule } from './provider.ts'

const REASONS = 'googleapis: google/api/error_reason.proto'
const SERVICE = 'identitytoolkit.googleapis.com'

const denied = (message: string, reason?: string) => googleError(403, 'PERMISSION_DENIED', message, reason, SERVICE)
const invalid = (message: string, reason?: string) => googleError(400, 'INVALID_ARGUMENT', message, reason, SERVICE)

/** One reason (API_KEY_INVALID) covers expired, deleted and unknown keys; any other one comes only for a key that exists. */
export const googleCloudRefusals: AnswerRule[] = [
  {
    when: { status: [400, 401, 403], text: /api key (has )?expired/i },
    verdict: 'key_expired',
    confidence: 'proven',
    says: 'the key has expired',
    source: REASONS,
    example: { status: 400, body: invalid('API key expired. Please renew the API key.', 'API_KEY_INVALID') },
  },
  {
    when: { status: [400, 401, 403], code: 'api_key_invalid', text: /api key not (valid|found)|pass a valid api key/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the key is not valid; it uses the same words for an unknown and a deleted key',
    source: REASONS,
    example: {
      status: 400,
      body: invalid('API key not valid. Please pass a valid API key.', 'API_KEY_INVALID'),
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
      body: denied(
        'The provided API key has an IP address restriction. The originating IP address of the call violates this restriction.',
        'API_KEY_IP_ADDRESS_BLOCKED',
      ),
    },
  },
  {
    when: { status: 403, code: 'security_policy_violated', text: /organization's policy|vpc service controls/i },
    verdict: 'ip_not_allowed',
    confidence: 'proven',
    says: 'the organisation’s VPC Service Controls keep this call out',
    source: REASONS,
    example: {
      status: 403,
      body: denied("Request is prohibited by organization's policy.", 'SECURITY_POLICY_VIOLATED'),
    },
  },
  {
    when: { status: 403, code: 'location_policy_violated' },
    verdict: 'region_blocked',
    confidence: 'proven',
    says: 'a location policy keeps this call out',
    source: REASONS,
    example: { status: 403, body: denied('The location is not allowed by policy.', 'LOCATION_POLICY_VIOLATED') },
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
      body: denied('Requests from referer <empty> are blocked.', 'API_KEY_HTTP_REFERRER_BLOCKED'),
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
      body: denied('Requests from this iOS client application <empty> are blocked.', 'API_KEY_IOS_APP_BLOCKED'),
    },
  },
  {
    when: {
      status: 403,
      code: ['api_key_service_blocked', 'service_disabled', 'iam_permission_denied'],
      text: /has not been used in project|requests to this api .{1,200}are blocked/i,
    },
    verdict: 'permission_missing',
    confidence: 'proven',
    says: 'the key exists, but may not call the Identity Toolkit API, which only this test asks. What it is meant for may well work',
    permissions: () => [SERVICE],
    source: REASONS,
    example: {
      status: 403,
      body: denied(`Requests to this API ${SERVICE} method GetProjectConfig are blocked.`, 'API_KEY_SERVICE_BLOCKED'),
    },
  },
  {
    when: { status: 400, text: /configuration_not_found/i },
    verdict: 'permission_missing',
    confidence: 'possible',
    says: 'the key exists, but its project has not set up the Identity Toolkit API, which only this test asks',
    permissions: () => [SERVICE],
    source: 'unconfirmed',
    example: { status: 400, body: { error: { code: 400, message: 'CONFIGURATION_NOT_FOUND' } } },
  },
  {
    when: { status: 403, text: /unregistered callers/i },
    verdict: 'unexpected_response',
    confidence: 'possible',
    says: 'no key arrived, although one was sent: something on the way removed the x-goog-api-key header',
    source: 'unconfirmed',
    example: {
      status: 403,
      body: denied(
        "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
      ),
    },
  },
]
