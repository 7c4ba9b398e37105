import type { AnswerCase } from '../answer-cases.ts'

const errors = (...texts: string[]) => ({ errors: texts })
const token = (fields: object) => ({
  request_id: 'r1',
  data: { accessor: 'a1', policies: ['default'], ttl: 0, expire_time: null, display_name: 'root', ...fields },
})

export const VAULT_CASES: AnswerCase[] = [
  ['vault', 'paired', 200, token({ policies: ['root'] })],
  ['vault', 'paired', 200, token({ expire_time: '2026-12-01T10:00:00.123456789Z', identity_policies: ['ops'] })],
  ['vault', 'unexpected_response', 200, token({ policies: null })],
  ['vault', 'unexpected_response', 200, token({ accessor: undefined })],
  ['vault', 'unexpected_response', 200, { data: null }],
  ['vault', 'unexpected_response', 200, { initialized: true, sealed: false, standby: false }],
  ['vault', 'key_invalid', 403, errors('1 error occurred:\n\t* Permission denied\n\n')],
  ['vault', 'key_invalid', 403, errors('bad token')],
  ['vault', 'key_invalid', 403, errors('2 errors occurred:\n\t* permission denied\n\t* invalid token\n\n')],
  ['vault', 'key_invalid', 400, errors('permission denied')],
  ['vault', 'wrong_environment', 403, errors('failed to look up namespace from the token: no namespace')],
  ['vault', 'unexpected_response', 400, errors('missing client token')],
  ['vault', 'rate_limited', 429, errors('permission denied')],
  ['vault', 'rate_limited', 429, { initialized: true, sealed: false, standby: true }],
  ['vault', 'provider_outage', 503, errors('Vault is sealed')],
  ['vault', 'provider_outage', 503, errors('permission denied')],
  ['vault', 'provider_outage', 502, '<html><body><h1>502 Bad Gateway</h1></body></html>'],
  ['vault', 'base_url_wrong', 404, errors()],
  ['vault', 'block_page', 403, '<html><body>permission denied</body></html>'],
  ['vault', 'unexpected_response', 403, errors('the door is painted on')],
  ['vault', 'wrong_environment', 403, { errors: ['namespace not authorized'] }],
  [
    'vault',
    'base_url_wrong',
    200,
    '<!DOCTYPE html><html><head><title>Vault</title></head><body><h1>Vault</h1></body></html>',
  ],
]
