import { checkModel } from '#lib/pairing/check-model'
import { readTarget } from '#lib/pairing/read-target'
import type { Provider } from '#lib/providers/provider'
import type { Confidence, Verdict } from '#lib/providers/verdict'
import type { Findings } from './findings.ts'

/** Signatures and certificates bear a few minutes; what is off by more is off. */
const MOST_SKEW_MS = 5 * 60_000
const MOST_LISTED_MODELS = 500

/** One setting of the application that is not what was tested here. */
export interface Difference {
  setting: 'baseUrl' | 'model' | 'apiVersion' | 'environment' | 'clock'
  application: string
  here: string
  says: string
  verdict: Verdict
  confidence: Confidence
}

/** What the application is said to use, against what was tested here. Empty where nothing is known, or all agrees. */
export function compareSettings(findings: Findings): Difference[] {
  const provider = findings.of
  if (!provider) return []
  return [
    compareBaseUrl(findings, provider),
    compareModel(findings),
    compareVersion(findings, provider),
    compareEnvironment(findings),
    compareClock(findings),
  ].flatMap((difference) => difference ?? [])
}

function compareBaseUrl({ application, baseUrl }: Findings, provider: Provider): Difference | undefined {
  const theirs = application.baseUrl
  const here = (baseUrl ?? provider.baseUrl ?? '').replace(/\/+$/, '')
  if (!theirs || theirs.replace(/\/+$/, '') === here) return undefined
  const base = { setting: 'baseUrl', application: theirs, here, verdict: 'base_url_wrong' } as const
  const target = readTarget(provider, theirs)
  if ('problem' in target)
    return { ...base, confidence: 'likely', says: `Of the application’s base URL: ${target.problem}` }
  const isSameHost = URL.parse(here)?.host === target.host
  const says = isSameHost
    ? `The application’s base URL has another path (${theirs}) than the one that was tested (${here}).`
    : `The application asks another host (${target.host}) than the one that was tested (${here}).`
  return { ...base, confidence: isSameHost ? 'likely' : 'possible', says }
}

function compareModel({ application, pairing }: Findings): Difference | undefined {
  const asked = application.model
  const listed = pairing?.observed.models
  if (!asked || !listed) return undefined
  const { status, says, near } = checkModel(asked, listed, listed.length < MOST_LISTED_MODELS)
  if (status === 'present') return undefined
  const base = { setting: 'model', application: asked, verdict: 'model_not_found' } as const
  return { ...base, here: near.join(', ') || 'not in the list', confidence: 'likely', says }
}

function compareVersion({ application }: Findings, { proof, name }: Provider): Difference | undefined {
  const theirs = application.apiVersion
  const [header, here] = Object.entries(proof.headers ?? {}).find(([each]) => /version$/i.test(each)) ?? []
  if (!theirs || !header || !here || theirs === here) return undefined
  return {
    setting: 'apiVersion',
    application: theirs,
    here,
    verdict: 'api_version_unsupported',
    confidence: 'possible',
    says: `The application sends version ${theirs} of ${name}’s API, and ${header} ${here} was tested.`,
  }
}

function compareEnvironment({ application, key, environment }: Findings): Difference | undefined {
  const theirs = application.environment?.toLowerCase()
  const here = (key?.environment ?? environment)?.toLowerCase()
  if (!theirs || !here || here === theirs || here.endsWith(`/${theirs}`)) return undefined
  return {
    setting: 'environment',
    application: theirs,
    here,
    verdict: 'wrong_environment',
    confidence: 'possible',
    says: `The application believes to be in “${theirs}”, and this key belongs to “${here}”.`,
  }
}

function compareClock({ clockSkewMs, application }: Findings): Difference | undefined {
  if (clockSkewMs === null || Math.abs(clockSkewMs) < MOST_SKEW_MS) return undefined
  const minutes = Math.round(Math.abs(clockSkewMs) / 60_000)
  return {
    setting: 'clock',
    application: application.clock ?? '',
    here: 'the time at which it was told',
    verdict: 'clock_skew',
    confidence: 'likely',
    says: `The clock of the application’s machine is ${minutes} minutes ${clockSkewMs > 0 ? 'ahead' : 'behind'}.`,
  }
}
