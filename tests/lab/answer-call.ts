import type { Keyring } from './create-keyring.ts'
import { fillPlaceholders } from './fill-placeholders.ts'
import type { Answer, Call, IssuedKey, Provider, Route } from './scenario.ts'

const skewMs = 2 * 60 * 60 * 1000

/** What a provider answers to a call, in the order in which real ones decide: address, key, its state, its rights. */
export function answerCall(provider: Provider, keyring: Keyring, call: Call): Answer {
  const presented = provider.presented(call)
  const key = presented === undefined ? undefined : keyring.find(presented, provider.host)
  const speaker = key ? keyring.providerOf(key.providerId) : provider
  const route = findRoute(speaker, call)
  const { answer, permission } = decide(speaker, call, { route, presented, key })
  const filled = fill(speaker, answer, { call, presented, key, permission: permission ?? route?.needs ?? '' })
  if (key?.scenario !== 'clock_skew') return filled
  return { ...filled, headers: { ...filled.headers, date: new Date(Date.now() + skewMs).toUTCString() } }
}

type Facts = { route: Route | undefined; presented: string | undefined; key: IssuedKey | undefined }

function decide(provider: Provider, call: Call, facts: Facts): { answer: Answer; permission?: string } {
  const { route, presented, key } = facts
  const gated = provider.gate?.(call)
  if (gated) return { answer: gated }
  const scenario = key && scenarioNow(provider, key)
  const isHit = scenario && !route?.ignoresKey && (scenario.only !== 'generation' || route?.generates)
  if (route?.isPublic && !isHit) return { answer: route.answer(call, key) }
  if (isHit && (route || scenario.status >= 500)) return { answer: scenario, permission: scenario.permission }
  if (!route) return { answer: provider.notFound }
  if (!presented) return { answer: provider.noKey }
  if (!key) return { answer: refusal(provider, 'invalid') }
  if (route.needs && key.permissions && !key.permissions.includes(route.needs))
    return { answer: refusal(provider, 'missing_permission'), permission: route.needs }
  return { answer: provider.check?.(call, key) ?? route.answer(call, key) }
}

function scenarioNow(provider: Provider, key: IssuedKey) {
  const isOver = key.expiresAt !== undefined && key.expiresAt.getTime() <= Date.now()
  const name = isOver && key.scenario === 'valid' ? 'expired' : key.scenario
  return provider.scenarios.find((one) => one.name === name)
}

function refusal(provider: Provider, name: string): Answer {
  const scenario = provider.scenarios.find((one) => one.name === name)
  if (!scenario) throw new Error(`${provider.id} has no scenario "${name}"`)
  return scenario
}

/** Finds the route below the provider's base path; a segment `:name` matches anything but a slash. */
function findRoute(provider: Provider, call: Call): Route | undefined {
  if (!call.path.startsWith(`${provider.basePath}/`)) return undefined
  const asked = `${call.method} ${call.path.slice(provider.basePath.length)}`.split('/')
  const match = Object.entries(provider.routes).find(([pattern]) => {
    const parts = pattern.split('/')
    return (
      parts.length === asked.length && parts.every((part, i) => part === asked[i] || (part.startsWith(':') && asked[i]))
    )
  })
  return match?.[1]
}

function fill(
  provider: Provider,
  answer: Answer,
  about: { call: Call; presented: string | undefined; key: IssuedKey | undefined; permission: string },
): Answer {
  const { call, presented = '', key, permission } = about
  const soon = new Date(Date.now() + 60_000)
  const values = {
    requestId: provider.requestId(),
    key: presented,
    maskedKey: (provider.mask ?? maskMiddle)(presented),
    method: call.method,
    path: call.path,
    model: modelOf(call),
    permission,
    granted: key?.permissions?.join(',') ?? '',
    account: key?.account ?? 'unknown',
    project: projectNumber(key),
    resetEpoch: String(Math.floor(soon.getTime() / 1000)),
    resetTime: soon.toISOString(),
  }
  const headers = fillPlaceholders({ ...provider.headers, ...answer.headers }, values)
  return { status: answer.status, headers, body: fillPlaceholders(answer.body, values) }
}

function modelOf(call: Call): string {
  const named = /"model"\s*:\s*"([^"]{1,200})"/.exec(call.body)?.[1] ?? /\/models\/([^/:]+)/.exec(call.path)?.[1]
  return named ?? 'unknown-model'
}

function maskMiddle(key: string): string {
  return key.length < 12 ? key.replace(/./g, '*') : `${key.slice(0, 8)}${'*'.repeat(key.length - 12)}${key.slice(-4)}`
}

/** Google names the project by number in its refusals. */
function projectNumber(key: IssuedKey | undefined): string {
  return Buffer.from(key?.account ?? 'unknown')
    .readUIntBE(0, 5)
    .toString()
    .padStart(12, '1')
}
