import { setTimeout } from 'node:timers/promises'
import { type Exchange, exchange, type OutboundRequest } from '#lib/outbound/exchange'
import { LIMITS } from '#lib/outbound/limits'
import type { OutboundPolicy } from '#lib/outbound/policy'
import { probe } from '#lib/outbound/probe'
import { catalog } from '#lib/providers/catalog'
import type { Answer, LanguageModels } from '#lib/providers/provider'
import { isRecord } from '#lib/providers/read-error'
import { readModelList } from '#lib/providers/read-model-list'
import { baseUrlVariants } from './base-url-variants.ts'
import type { KeyCheck } from './check-key.ts'
import { checkModel, type ModelCheck } from './check-model.ts'
import type { Evidence } from './evidence.ts'
import { explainNetwork } from './explain-network.ts'
import type { Explanation } from './explanation.ts'
import { readControl, wrongKey } from './negative-control.ts'
import type { PairingInput } from './pairing-input.ts'
import { proofRequest, readingRequest } from './proof-request.ts'
import { type Reading, readAnswer } from './read-answer.ts'
import type { Target } from './read-target.ts'
import type { PairingStage } from './schema.ts'
import { networkStage } from './stages/network-stage.ts'

export interface Gathered {
  evidence: Pick<Evidence, 'network' | 'answer' | 'reading' | keyof FollowUp | 'clockSkewMs'>
  explanation?: Explanation
  exchange: Exchange
}

interface Job {
  input: PairingInput
  check: KeyCheck
  target: Target
  secrets: string[]
  policy: OutboundPolicy
  /** Of performance.now(). */
  startedAt: number
  report: (stage: PairingStage) => void
}

/** A further call must fit into what is left of the whole test's time. */
const LEAST_FOR_FOLLOW_UP_MS = 1_500
const FOLLOW_UP_MS = 4_000

/** Makes the proof call, and the few further calls that its answer asks for. All go to the same host, or to another site of the same provider. */
export async function gatherAnswer(job: Job): Promise<Gathered> {
  const { input, check, target, secrets, policy, report } = job
  const request = proofRequest(input.provider, target, check.cleaned, secrets)
  const proof = await exchange(request, policy, { ...LIMITS, totalMs: leftMs(job) }, (trace) =>
    report(networkStage(trace)),
  )
  if (!proof.answer) return explainSilence(job, proof)
  const { answer: first, clockSkewMs } = proof
  const answer = (await askAgain(job, readAnswer(input.provider, first, proof.host))) ?? first
  const reading = readAnswer(input.provider, answer, proof.host)
  const evidence = { answer, reading, clockSkewMs, ...(await followUp(job, reading)) }
  return { evidence, exchange: proof }
}

/** Of a second answer only one that accepts the key counts for more than the first. */
async function askAgain(job: Job, { againAfterMs }: Reading): Promise<Answer | undefined> {
  const { input, check, target, secrets } = job
  if (againAfterMs === undefined || leftMs(job) < againAfterMs + FOLLOW_UP_MS) return undefined
  await setTimeout(againAfterMs)
  const tried = await followUpCall(job, proofRequest(input.provider, target, check.cleaned, secrets))
  const accepted = tried?.answer && readAnswer(input.provider, tried.answer, target.host).verdict === 'paired'
  return accepted ? tried.answer : undefined
}

type FollowUp = Pick<Evidence, 'control' | 'betterBaseUrl' | 'otherSite' | 'model'>

async function followUp(job: Job, reading: Reading): Promise<FollowUp> {
  if (reading.verdict === 'base_url_wrong') return { betterBaseUrl: await findBaseUrl(job) }
  if (reading.verdict === 'key_invalid') return { otherSite: await findSite(job) }
  if (reading.verdict !== 'paired') return {}
  const needsControl = job.input.provider.proof.needsNegativeControl
  const [control, model] = await Promise.all([
    needsControl ? tryWrongKey(job) : undefined,
    job.input.model ? findModel(job, reading) : undefined,
  ])
  return { control, model }
}

async function tryWrongKey(job: Job) {
  const { input, target, secrets } = job
  const tried = await followUpCall(job, proofRequest(input.provider, target, wrongKey(), secrets))
  return tried ? readControl(input.provider, tried) : 'inconclusive'
}

/** Tries the base URLs that people mean when they write this one; the first that answers like the provider is it. */
async function findBaseUrl(job: Job): Promise<string | undefined> {
  const { input, check, target, secrets } = job
  for (const baseUrl of baseUrlVariants(input.provider, target.baseUrl)) {
    const tried = await followUpCall(job, proofRequest(input.provider, { ...target, baseUrl }, check.cleaned, secrets))
    if (tried?.answer && speaksLikeProvider(readAnswer(input.provider, tried.answer, target.host))) return baseUrl
  }
  return undefined
}

/** A refused key may belong to another site of the same provider: one that accepts it settles that. */
async function findSite(job: Job): Promise<Evidence['otherSite']> {
  const { input, check, target, secrets } = job
  const { sites = [] } = input.provider
  const others = sites.filter(({ baseUrl }) => baseUrl !== target.baseUrl)
  if (target.kind !== 'provider') return undefined
  const tried = await Promise.all(
    others.map(async (site) => {
      const place = { ...target, baseUrl: site.baseUrl, host: new URL(site.baseUrl).host }
      const { answer } = (await followUpCall(job, proofRequest(input.provider, place, check.cleaned, secrets))) ?? {}
      return answer && readAnswer(input.provider, answer, place.host).verdict === 'paired' ? site : undefined
    }),
  )
  return tried.find(Boolean)
}

/** A success, or one of the provider's own documented refusals. */
function speaksLikeProvider({ verdict, source }: Reading): boolean {
  return verdict === 'paired' || verdict === 'key_invalid' || (source !== undefined && verdict !== 'base_url_wrong')
}

async function findModel(job: Job, reading: Reading): Promise<ModelCheck | undefined> {
  const { provider, model } = job.input
  const { modelsPath, readModels } = provider.llm ?? {}
  if (!modelsPath || !model) return undefined
  const listed = modelsPath === provider.proof.path ? reading.success : await listModels(job, modelsPath, readModels)
  if (!listed?.observed.models) return undefined
  const found = checkModel(model, listed.observed.models, !listed.partialModels)
  if (found.status === 'present' || !(provider.llm?.hasAliases || listed.partialModels)) return found
  return (await askForModel(job, `${modelsPath}/${encodeURIComponent(model)}`, found)) ?? found
}

async function listModels(job: Job, path: string, read: LanguageModels['readModels'] = readAnyList) {
  const { input, check, target, secrets } = job
  const tried = await followUpCall(job, readingRequest(input.provider, target, check.cleaned, secrets, path))
  return tried?.answer ? read(tried.answer) : null
}

function readAnyList(answer: Answer) {
  return readModelList(answer, { strict: false })
}

/** Lists are cut off, and aliases are not listed: then the provider is asked for this one model. */
async function askForModel(job: Job, path: string, found: ModelCheck): Promise<ModelCheck | undefined> {
  const { input, check, target, secrets } = job
  const answer = (await followUpCall(job, readingRequest(input.provider, target, check.cleaned, secrets, path)))?.answer
  if (
    answer?.status === 200 &&
    isRecord(answer.json) &&
    (typeof answer.json.id === 'string' || typeof answer.json.name === 'string')
  )
    return {
      status: 'present',
      confidence: 'proven',
      says: `Asked for ${input.model}, the provider knows it.`,
      near: [],
    }
  if (answer?.status === 404 && answer.kind === 'json')
    return {
      ...found,
      status: 'absent',
      confidence: 'proven',
      says: `Asked for ${input.model} itself, the provider does not know it.`,
    }
  return undefined
}

async function explainSilence(job: Job, failed: Exchange): Promise<Gathered> {
  const { failure } = failed
  if (!failure) return { evidence: {}, exchange: failed }
  const hasTime = leftMs(job) > LEAST_FOR_FOLLOW_UP_MS * 2
  const probes = hasTime ? await probe(failed, job.policy, controlHosts(job)) : undefined
  const explanation = explainNetwork(failure, failed, probes)
  const { verdict, confidence, cause, nearTwin } = explanation
  const network = { verdict, confidence, nearTwin, because: cause }
  return { evidence: { network, clockSkewMs: failed.clockSkewMs }, exchange: failed, explanation }
}

/** Other companies of the catalogue: if they can be reached from here, the fault is not this whole network. */
function controlHosts({ input }: Job): string[] {
  return catalog.flatMap(({ id, baseUrl }) => (baseUrl && id !== input.provider.id ? [new URL(baseUrl).hostname] : []))
}

async function followUpCall(job: Job, request: OutboundRequest): Promise<Exchange | undefined> {
  const left = leftMs(job)
  if (left < LEAST_FOR_FOLLOW_UP_MS) return undefined
  return exchange(request, job.policy, { ...LIMITS, totalMs: Math.min(left, FOLLOW_UP_MS) })
}

function leftMs({ startedAt }: Job): number {
  return Math.max(0, LIMITS.totalMs - (performance.now() - startedAt))
}
