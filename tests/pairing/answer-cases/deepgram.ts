import type { AnswerCase } from '../answer-cases.ts'
import { htmlPage } from './html-page.ts'

const id = 'deepgram'
const error = (err_code: string, err_msg = 'Sorry.') => ({ err_code, err_msg, request_id: '01JD' })
/** The same in the shape of its newer endpoints. */
const recent = (category: string, message: string) => ({ category, message, details: '', request_id: '01JD' })

export const DEEPGRAM_CASES: AnswerCase[] = [
  [id, 'paired', 200, { projects: [{ project_id: 'p1', name: 'Lab' }] }],
  [id, 'paired', 200, { projects: [{ project_id: 'p1' }, { project_id: 'p2', name: 'Other' }] }],
  [id, 'unexpected_response', 200, { projects: [] }],
  [id, 'unexpected_response', 200, { projects: [{ id: 7 }] }],
  [id, 'unexpected_response', 200, { stt: [], tts: [] }],
  [id, 'key_invalid', 401, error('INVALID_AUTH', 'Invalid credentials.')],
  [id, 'key_invalid', 401, error('invalid_auth')],
  [id, 'key_invalid', 401, recent('INVALID_AUTH', 'Unknown.')],
  [id, 'key_invalid', 401, '{"err_code":"INVALID_AUTH","err_msg":"Invalid credentials.","request_id":"01'],
  [id, 'paired_limited', 403, error('INSUFFICIENT_PERMISSIONS', 'Project does not have access to this model.')],
  [id, 'paired_limited', 401, error('INSUFFICIENT_PERMISSIONS', 'Access denied')],
  [id, 'paired_limited', 403, recent('INSUFFICIENT_PERMISSIONS', 'need usage:read')],
  [id, 'quota_or_billing', 402, error('ASR_PAYMENT_REQUIRED')],
  [id, 'quota_or_billing', 402, error('PAYMENT_REQUIRED', 'Out of credit')],
  [id, 'quota_or_billing', 403, error('FORBIDDEN', 'Project does not have enough credits for an ASR request.')],
  [id, 'wrong_environment', 404, error('PROJECT_NOT_FOUND')],
  [id, 'rate_limited', 429, error('TOO_MANY_REQUESTS')],
  [id, 'rate_limited', 429, error('INVALID_AUTH', 'Invalid credentials.')],
  [id, 'unexpected_response', 401, error('OUT_OF_TUNE')],
  [id, 'unexpected_response', 400, error('Bad Request', 'failed to process audio: corrupt or unsupported data')],
  [id, 'base_url_wrong', 404, error('NOT_FOUND', 'Not found.')],
  [id, 'provider_outage', 500, error('INTERNAL_SERVER_ERROR')],
  [id, 'provider_outage', 502, htmlPage('502 Bad Gateway')],
  [id, 'block_page', 403, htmlPage('Web page blocked')],
]
