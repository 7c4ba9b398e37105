import type { AnswerCase } from '../answer-cases.ts'

const error = (id: string, message: string) => ({ message, id })
const account = (fields: object) => ({ account: { uuid: 'a1', email: 'a@example.com', status: 'active', ...fields } })

export const DIGITALOCEAN_CASES: AnswerCase[] = [
  ['digitalocean', 'paired', 200, account({})],
  ['digitalocean', 'paired', 200, account({ team: { name: 'Ops', uuid: 't1' }, droplet_limit: 10 })],
  ['digitalocean', 'account_suspended', 200, account({ status: 'locked', status_message: '' })],
  ['digitalocean', 'quota_or_billing', 200, account({ status: 'warning' })],
  ['digitalocean', 'unexpected_response', 200, account({ status: 'dreaming' })],
  ['digitalocean', 'unexpected_response', 200, { account: 'active' }],
  ['digitalocean', 'unexpected_response', 200, []],
  ['digitalocean', 'key_invalid', 401, error('Unauthorized', 'Unable to authenticate you')],
  ['digitalocean', 'key_invalid', 401, { message: 'UNABLE TO AUTHENTICATE YOU.' }],
  ['digitalocean', 'paired_limited', 403, error('Forbidden', 'You are not authorized to perform this operation.')],
  ['digitalocean', 'paired_limited', 403, error('forbidden', 'You do not have access for the attempted action.')],
  ['digitalocean', 'rate_limited', 429, error('too_many_requests', 'API Rate limit exceeded.')],
  ['digitalocean', 'rate_limited', 429, error('unauthorized', 'Unable to authenticate you')],
  ['digitalocean', 'base_url_wrong', 404, error('not_found', 'The resource you were accessing could not be found.')],
  ['digitalocean', 'provider_outage', 503, error('service_unavailable', 'Service Unavailable')],
  ['digitalocean', 'block_page', 403, '<html><body>Forbidden by policy</body></html>'],
  ['digitalocean', 'unexpected_response', 401, error('unknown', 'The tide is low.')],
  ['digitalocean', 'unexpected_response', 403, error('unknown', 'The tide is high.')],
]
