import { openaiCompatible } from '#lib/providers/openai-compatible'
import { isRecord } from '#lib/providers/read-error'
import type { Confidence, Verdict } from '#lib/providers/verdict'
import { providerBehind, providerNamed } from '../find-provider.ts'
import type { Finding, Opened } from '../finding.ts'
import { parseLiteral } from '../parse-literal.ts'
import { conclude } from '../read-logged-answer.ts'

/** OpenClaw's own word for why a call failed, where its log holds no answer; several of them hide the true cause. */
const REASONS: Record<string, [Verdict, Confidence]> = {
  auth: ['key_invalid', 'possible'],
  auth_permanent: ['key_invalid', 'possible'],
  billing: ['quota_or_billing', 'likely'],
  rate_limit: ['rate_limited', 'likely'],
  model_not_found: ['model_not_found', 'likely'],
  server_error: ['provider_outage', 'likely'],
  overloaded: ['provider_outage', 'likely'],
}
const SAID: readonly [RegExp, Verdict][] = [
  [/connection refused by the provider endpoint/i, 'tcp_refused'],
  [/DNS lookup for the provider endpoint failed/i, 'dns_not_found'],
  [/LLM idle timeout/i, 'tcp_timeout'],
]

const NO_OUTPUT = /No text output returned for provider "([\w.-]{1,80})" model "[^"\n]{1,200}": (\d{3}) ([^\n]{1,4000})/
const RESPONSE = /\[model-fetch\] response provider=([\w.-]{1,80}) [^\n]{0,400}?\bstatus=(\d{3})\b/
const AGENT_END = /embedded run agent end:[^\n]{0,400}\bisError=true\b/
const FAILOVER = /\bfailoverReason["=: ]{1,3}(\w{1,40})/

/** Calls of a model that OpenClaw made and that failed: by its events, its console lines and its commands. */
export function readModelCalls(record: Opened): Finding[] {
  const { words, json } = record
  const output = NO_OUTPUT.exec(words)
  if (output) return fromAnswer(output[1], Number(output[2]), output[3], output[0].slice(0, 60))
  const event = json && isRecord(json['1']) ? json['1'] : undefined
  if (event?.event === 'embedded_run_agent_end' && event.isError === true)
    return fromEnd(text(event.provider), text(event.rawErrorPreview), text(event.error), text(event.failoverReason))
  if (AGENT_END.test(words))
    return fromEnd(
      /\bprovider=([\w.-]{1,80})/.exec(words)?.[1],
      /\brawError=([^\n]{1,4000})/.exec(words)?.[1],
      /\berror=([^\n]{1,2000})/.exec(words)?.[1],
      FAILOVER.exec(words)?.[1],
    )
  const response = RESPONSE.exec(words)
  if (response && Number(response[2]) >= 400)
    return fromAnswer(response[1], Number(response[2]), undefined, response[0].slice(0, 60))
  return []
}

function fromEnd(name = '', raw = '', said = '', reason = ''): Finding[] {
  const answered = /^(?:\w{1,40}: )?([45]\d\d) ([\s\S]{1,4000})/.exec(raw)
  if (answered) return fromAnswer(name, Number(answered[1]), answered[2], 'agent end')
  const [cause, confidence] = SAID.flatMap(([pattern, verdict]): [Verdict, Confidence][] =>
    pattern.test(`${said} ${raw}`) ? [[verdict, 'likely']] : [],
  )[0] ??
    REASONS[reason] ?? [undefined, 'possible' as const]
  if (!cause) return []
  const means = `OpenClaw gives “${said.slice(0, 300) || reason}” as the reason; what the provider answered is not in the log.`
  return [{ ...about(name), cause, confidence, means, proof: ['agent end', 'agent_end'] }]
}

/** `body` is undefined where only the status was logged. */
export function fromAnswer(name = '', status: number, body: string | undefined, proof: string): Finding[] {
  const provider = providerNamed(name) ?? (body ? providerBehind(body, {}) : undefined) ?? openaiCompatible
  const parsed = body && /^\s{0,4}\{/.test(body) ? parseLiteral(body, 0)?.value : undefined
  const read = conclude(provider, { status, body: isRecord(parsed) ? parsed : body, headers: {} }, name)
  if (!read) return []
  const known = provider === openaiCompatible ? undefined : provider.id
  return [{ ...read, ...about(name), providerId: known, proof: [proof], status, isBare: body === undefined }]
}

function about(name: string): Pick<Finding, 'source' | 'target' | 'providerId'> {
  return { source: 'openclaw', target: name || undefined, providerId: name ? providerNamed(name)?.id : undefined }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
