import { describe, expect, it } from 'vitest'
import { explainBlockPage } from '#lib/pairing/explain-block-page'
import type { Answer } from '#lib/providers/provider'

const page = (text: string, status = 200, headers: Record<string, string> = {}): Answer => ({
  status,
  text,
  headers: { 'content-type': 'text/html', ...headers },
  json: undefined,
  kind: 'html',
  truncated: false,
})
const asked = { host: 'api.openai.com', fingerprintHeaders: ['x-request-id'] }

describe('a page in the provider’s place', () => {
  it.each([
    ['a sign-in page', page('<html><title>Sign in to continue</title></html>')],
    ['a web filter', page('<html>This page has been blocked by your organisation</html>', 403)],
    ['a firewall on 503', page('<html><h1>FortiGuard Intrusion Prevention - Access Blocked</h1></html>', 503)],
    ['any page on 200', page('<html>Hello</html>')],
    ['a captive portal', page('', 302, { location: 'https://portal.hotel.example/login?…' })],
    ['status 511', page('<html></html>', 511)],
  ])('is recognised: %s', (_name, answer) => expect(explainBlockPage(answer, asked)?.verdict).toBe('block_page'))

  it.each([
    [
      'an answer with the provider’s own request id',
      page('<html>Access denied</html>', 403, { 'x-request-id': 'req_1' }),
    ],
    ['a bare 404', page('<html><title>404 Not Found</title></html>', 404)],
    ['a bare 502 of a gateway', page('<html><title>502 Bad Gateway</title></html>', 502)],
    ['a redirect within the host', page('', 308, { location: 'https://api.openai.com/v2' })],
    ['JSON', { ...page('{}', 403), kind: 'json', json: {} } satisfies Answer],
    ['plain text', { ...page('404 page not found', 404), kind: 'text' } satisfies Answer],
  ])('is not seen in %s', (_name, answer) => expect(explainBlockPage(answer, asked)).toBeNull())
})
