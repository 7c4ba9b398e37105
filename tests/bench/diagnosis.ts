import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type OutboundPolicy, readPolicy } from '#lib/outbound/policy'
import { runPairing } from '#lib/pairing/run-pairing'
import type { PairingResult } from '#lib/pairing/schema'
import { findProvider } from '#lib/providers/catalog'
import { providers } from '../lab/providers/all.ts'
import { READ_OTHERWISE } from '../lab/read-otherwise.ts'
import { type Lab, startLab } from '../lab/start-lab.ts'
import type { Bench, Figure } from './measure.ts'

/** Every provider, with every documented answer and every fault of the network: which verdicts are right. */
export const diagnosis: Bench = { name: 'diagnosis', run }

const AT_ONCE = 24
const INVALID = ['key_invalid', 'key_expired', 'key_revoked']

interface Case {
  provider: string
  name: string
  expected: string
  baseUrl: string
  scenario?: string
}

async function run(): Promise<Figure[]> {
  const lab = await startLab()
  const folder = mkdtempSync(path.join(tmpdir(), 'claviger-diagnosis-'))
  try {
    const authorities = path.join(folder, 'ca.pem')
    writeFileSync(authorities, lab.ca)
    const policy = readPolicy({
      outboundAllow: ['127.0.0.1'],
      noProxy: [],
      dnsCompare: [],
      controlHosts: [],
      extraCaCerts: authorities,
    })
    const cases = lab.providerIds.filter((id) => findProvider(id)).flatMap((id) => casesOf(lab, id))
    const outcomes = await conclude(lab, policy, cases)
    const byProvider = Map.groupBy(outcomes, ({ provider }) => provider)
    return [
      ...[...byProvider].map(([id, own]) => figureOf(id, own)),
      figureOf('all providers', outcomes),
      ...unjust(outcomes),
    ]
  } finally {
    await lab.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function casesOf(lab: Lab, provider: string): Case[] {
  const baseUrl = lab.url(provider)
  const answers = lab.scenarios(provider).map(({ name, expectedVerdict }) => {
    return {
      provider,
      name,
      scenario: name,
      baseUrl,
      expected: READ_OTHERWISE[`${provider} ${name}`] ?? expectedVerdict,
    }
  })
  return [{ provider, name: 'valid', baseUrl, expected: 'paired' }, ...answers, ...networkFaults(lab, provider)]
}

function networkFaults({ tls, ports, hostile }: Lab, provider: string): Case[] {
  const faults = {
    expired: [tls.expired, 'tls_cert_time'],
    notYetValid: [tls.notYetValid, 'tls_cert_time'],
    wrongName: [tls.wrongName, 'tls_name_mismatch'],
    selfSigned: [tls.selfSigned, 'tls_self_signed_server'],
    missingIntermediate: [tls.missingIntermediate, 'tls_chain_incomplete'],
    interceptor: [tls.interceptor, 'tls_intercepted'],
    oldProtocol: [tls.oldProtocol, 'tls_protocol'],
    closed: [`http://127.0.0.1:${ports.closed}`, 'tcp_refused'],
    blackHole: [`http://127.0.0.1:${ports.blackHole}`, 'tcp_timeout'],
    silent: [`http://127.0.0.1:${ports.silent}`, 'tcp_timeout'],
    cut: [`http://127.0.0.1:${ports.resetAfterRequest}`, 'connection_reset'],
    blockPage: [hostile.html403, 'block_page'],
  } as const
  return Object.entries(faults).map(([name, [baseUrl, expected]]) => ({ provider, name, baseUrl, expected }))
}

type Outcome = Case & { result: PairingResult }

async function conclude(lab: Lab, policy: OutboundPolicy, cases: Case[]): Promise<Outcome[]> {
  const waiting = [...cases]
  const outcomes: Outcome[] = []
  const work = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const provider = findProvider(one.provider)
      if (!provider) continue
      const value = lab.issue(one.provider, one.scenario ? { scenario: one.scenario } : {})
      const result = await runPairing({ provider, value, baseUrl: one.baseUrl, trigger: 'manual' }, { policy })
      outcomes.push({ ...one, result })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  const order = new Map(providers.map(({ id }, index) => [id, index]))
  return outcomes.sort((a, b) => (order.get(a.provider) ?? 0) - (order.get(b.provider) ?? 0))
}

function figureOf(name: string, outcomes: Outcome[]): Figure {
  const wrong = outcomes.filter(({ expected, result }) => result.verdict !== expected)
  const proven = outcomes.filter(({ result }) => result.confidence === 'proven').length
  const named = wrong.slice(0, 3).map((one) => `${one.name}: ${one.result.verdict}, not ${one.expected}`)
  const share = `${Math.round((proven / outcomes.length) * 100)} % proven`
  return {
    name,
    value: wrong.length,
    unit: 'wrong',
    goal: 0,
    note: [`of ${outcomes.length}`, share, ...named].join('; '),
  }
}

/** The one mistake that costs trust: a key called bad that is not. */
function unjust(outcomes: Outcome[]): Figure[] {
  const bad = outcomes.filter(({ expected, result }) => INVALID.includes(result.verdict) && !INVALID.includes(expected))
  return [{ name: 'keys called invalid that are not', value: bad.length, unit: 'wrong', goal: 0 }]
}
