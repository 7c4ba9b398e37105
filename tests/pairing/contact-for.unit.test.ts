import { expect, test } from 'vitest'
import { contactFor } from '#lib/pairing/texts/contact-for'
import type { Facts } from '#lib/pairing/texts/facts'
import type { Verdict } from '#lib/providers/verdict'
import { providerOf } from './conclude-from.ts'

function whoFor(id: string, host: string, verdict: Verdict): string {
  const provider = providerOf(id)
  const facts: Facts = {
    input: { provider, trigger: 'manual' },
    provider,
    check: { cleaned: 'x', findings: [], isSendable: true, shape: 'unknown' },
    verdict,
    confidence: 'likely',
    host,
    baseUrl: `https://${host}`,
    missing: [],
    nearModels: [],
    because: ['So it is.'],
  }
  return contactFor(facts, { startedAt: new Date(), durationMs: 5, stages: [] }).who
}

test.each([
  ['openai', 'api.openai.com', 'provider_outage', 'OpenAI support'],
  ['openai', 'gateway.example.com', 'provider_outage', 'Whoever runs gateway.example.com'],
  ['openai-compatible', '127.0.0.1:11434', 'provider_outage', 'Whoever runs 127.0.0.1:11434'],
  ['vault', 'vault.example.com:8200', 'unexpected_response', 'Whoever runs vault.example.com:8200'],
  ['openai-compatible', '127.0.0.1:11434', 'tcp_refused', 'Whoever runs 127.0.0.1:11434'],
  ['openai-compatible', 'llm.example.com', 'tcp_refused', 'Your network team'],
  ['azure-openai', 'acme.openai.azure.com', 'provider_outage', 'Azure OpenAI support'],
  ['openai', 'api.openai.com', 'tls_name_mismatch', 'Your network team'],
  ['openai', 'api.openai.com', 'tls_protocol', 'Your network team'],
  ['vault', 'vault.example.com:8200', 'tls_name_mismatch', 'Whoever runs vault.example.com:8200'],
  ['openai', 'api.openai.com', 'tls_cert_time', 'Whoever runs api.openai.com'],
] as const)('%s at %s: %s is for %s', (id, host, verdict, who) => {
  expect(whoFor(id, host, verdict)).toBe(who)
})
