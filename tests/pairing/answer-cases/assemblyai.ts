import type { AnswerCase } from '../answer-cases.ts'
import { htmlPage } from './html-page.ts'

const id = 'assemblyai'
const error = (message: string) => ({ error: message })

export const ASSEMBLYAI_CASES: AnswerCase[] = [
  [id, 'paired', 200, { page_details: { limit: 1, result_count: 0 }, transcripts: [] }],
  [id, 'unexpected_response', 200, { transcripts: [] }],
  [id, 'unexpected_response', 200, []],
  [id, 'key_invalid', 401, error('Authentication error, API token missing/invalid')],
  [id, 'key_invalid', 401, error('Authentication error, API token missing/invalid.')],
  [id, 'key_invalid', 401, error('Invalid API key')],
  [id, 'key_invalid', 401, { detail: 'Missing or invalid API key' }],
  [id, 'key_invalid', 401, '{"error": "Authentication error, API token missing/inva'],
  [id, 'unexpected_response', 401, error('Not today.')],
  [id, 'quota_or_billing', 400, error('Your current account balance is negative. Please top up to continue.')],
  [id, 'quota_or_billing', 402, error('Insufficient funds')],
  [id, 'account_suspended', 403, error('This account has been disabled.')],
  [id, 'rate_limited', 429, error('Too Many Requests'), { 'Retry-After': '12' }],
  [id, 'rate_limited', 429, error('Authentication error, API token missing/invalid')],
  [id, 'unexpected_response', 400, error('Transcript lookup error, transcript id not found')],
  [id, 'base_url_wrong', 404, error('Not found')],
  [id, 'provider_outage', 500, error('Server error, developers have been alerted.')],
  [id, 'provider_outage', 503, htmlPage('503 Service Temporarily Unavailable')],
  [id, 'block_page', 200, htmlPage('Sign in to continue')],
]
