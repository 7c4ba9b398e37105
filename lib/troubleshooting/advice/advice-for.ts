import type { LogCause } from '#lib/log-reading/schema'
import { PLATFORMS, type Platform } from '../schema.ts'
import { type Advice, advice, type Topic } from './advice.ts'

/** Which of the two a verdict asks for. An interception is mended by trust; whatever else may want a way out. */
const TOPICS: Partial<Record<LogCause, Topic>> = {
  proxy_auth_required: 'proxy',
  proxy_refused: 'proxy',
  dns_not_found: 'proxy',
  dns_temporary: 'proxy',
  tcp_timeout: 'proxy',
  tcp_refused: 'proxy',
  connection_reset: 'proxy',
  block_page: 'proxy',
  tls_intercepted: 'certificate',
  tls_self_signed_server: 'certificate',
  tls_chain_incomplete: 'certificate',
}

export function topicOf(verdict: LogCause): Topic | undefined {
  return TOPICS[verdict]
}

/** How to tell the application's platform; every platform where none is named. Empty where the verdict asks for neither. */
export function adviceFor(verdict: LogCause, platform: Platform | undefined): Advice[] {
  const topic = topicOf(verdict)
  if (!topic) return []
  return (platform ? [platform] : PLATFORMS).map((each) => advice[topic][each])
}
