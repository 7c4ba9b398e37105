import type { Lab } from '../../lab/start-lab.ts'

/** One call of a client: where it goes, with which key, and through what. */
export interface RecordedCase {
  name: string
  provider: string
  baseUrl: string
  key: string
  /** Of a proxy; without one the client connects by itself. */
  proxy?: string
}

const USUAL = {
  openai: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com/v1',
  groq: 'https://api.groq.com/openai/v1',
  'google-gemini': 'https://generativelanguage.googleapis.com/v1beta',
}

/** Refusals: each provider under its real name, through the lab's open proxy. */
export function refusals(lab: Lab, provider: keyof typeof USUAL, scenarios: readonly string[]): RecordedCase[] {
  return scenarios.map((scenario) => ({
    name: `${provider} ${scenario}`,
    provider,
    baseUrl: USUAL[provider],
    key: lab.issue(provider, scenario === 'valid' ? {} : { scenario }),
    proxy: lab.proxies.open,
  }))
}

/** What goes wrong before any answer; asked of the provider's own name where a proxy is what goes wrong. */
export function networkFaults(lab: Lab, provider: 'openai' | 'anthropic'): RecordedCase[] {
  const key = lab.issue(provider)
  const at = (name: string, baseUrl: string, proxy?: string) => ({ name, provider, baseUrl, key, proxy })
  const port = (number: number) => `http://127.0.0.1:${number}/v1`
  return [
    at('no such host', 'https://no-such-host.invalid/v1'),
    at('closed port', port(lab.ports.closed)),
    at('black hole', port(lab.ports.blackHole)),
    at('silent', port(lab.ports.silent)),
    at('reset on connect', port(lab.ports.resetOnConnect)),
    at('reset after request', port(lab.ports.resetAfterRequest)),
    at('expired certificate', lab.tls.expired),
    at('wrong name', lab.tls.wrongName),
    at('self-signed', lab.tls.selfSigned),
    at('missing intermediate', lab.tls.missingIntermediate),
    at('old protocol', lab.tls.oldProtocol),
    at('plain http', lab.tls.plainHttpOnTlsPort),
    at('intercepted', USUAL[provider], lab.proxies.intercepting),
    at('proxy sign-in', USUAL[provider], lab.proxies.authRequired),
    at('proxy forbids', USUAL[provider], lab.proxies.forbidden403),
    at('proxy fails', USUAL[provider], lab.proxies.badGateway),
    at('block page', lab.hostile.html403),
  ]
}
