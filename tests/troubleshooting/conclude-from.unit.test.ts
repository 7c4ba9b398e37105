import { describe, expect, it } from 'vitest'
import { OPENCLAW_FAULTS } from '#lib/log-reading/openclaw-faults'
import { LOG_CAUSES, type LogCause } from '#lib/log-reading/schema'
import { type Confidence, VERDICTS } from '#lib/providers/verdict'
import { concludeFrom } from '#lib/troubleshooting/conclusion/conclude-from'
import type { Findings } from '#lib/troubleshooting/findings'
import { Conclusion, PLATFORMS, STEPS, type StepName } from '#lib/troubleshooting/schema'
import { buildSteps } from '#lib/troubleshooting/steps/build-steps'
import { AT, answersOf, findingsOf, logOf, ownAnswerOf, pairingOf, proofOf } from './findings-of.ts'

type Row = [
  what: string,
  known: Partial<Findings>,
  verdict: LogCause,
  confidence: Confidence,
  fromStep: StepName | null,
]

/** What outweighs what. Where nothing else is said, the key pairs from here. */
const ROWS: Row[] = [
  ['a key that pairs, and nothing else', {}, 'paired', 'proven', 'direct_test'],
  ['a refused key', { pairing: pairingOf('key_revoked') }, 'key_revoked', 'proven', 'key'],
  ['a missing permission', { pairing: pairingOf('permission_missing') }, 'permission_missing', 'proven', 'key'],
  [
    'a firewall before this server',
    { pairing: pairingOf('tcp_timeout', 'likely') },
    'tcp_timeout',
    'likely',
    'network',
  ],
  ['an outage', { pairing: pairingOf('provider_outage', 'likely') }, 'provider_outage', 'likely', 'service_status'],
  ['a wrong base URL here', { pairing: pairingOf('base_url_wrong') }, 'base_url_wrong', 'proven', 'application_health'],
  [
    'no test at all',
    { pairing: null, pairingProblem: 'This release does not know it any more.' },
    'unknown',
    'possible',
    null,
  ],
  ['a test that does not decide', { pairing: pairingOf('unknown', 'possible') }, 'unknown', 'possible', null],

  [
    'a log of TLS interception, though the key pairs here',
    { logs: logOf({ cause: 'tls_intercepted' }) },
    'tls_intercepted',
    'proven',
    'logs',
  ],
  [
    'a log of a closed port, though the key pairs here',
    { logs: logOf({ cause: 'tcp_refused', confidence: 'likely' }) },
    'tcp_refused',
    'likely',
    'logs',
  ],
  [
    'a log of a wrong model, though the key pairs here',
    { logs: logOf({ cause: 'model_not_found' }) },
    'model_not_found',
    'proven',
    'logs',
  ],
  [
    'a log of interception, though this server itself is refused',
    { pairing: pairingOf('key_revoked'), logs: logOf({ cause: 'tls_intercepted' }) },
    'tls_intercepted',
    'proven',
    'logs',
  ],
  [
    'a log that only hints, against a proven refusal',
    { pairing: pairingOf('key_revoked'), logs: logOf({ cause: 'tls_intercepted', confidence: 'possible' }) },
    'key_revoked',
    'proven',
    'key',
  ],
  [
    'a log that says what the test says',
    { pairing: pairingOf('quota_or_billing', 'likely'), logs: logOf({ cause: 'quota_or_billing' }) },
    'quota_or_billing',
    'proven',
    'direct_test',
  ],
  [
    'a log of a refused key, where the test knows which kind',
    { pairing: pairingOf('key_revoked', 'likely'), logs: logOf({ cause: 'key_invalid' }) },
    'key_revoked',
    'likely',
    'key',
  ],
  [
    'a log of another provider',
    { logs: logOf({ cause: 'tls_intercepted', providerId: 'stripe' }) },
    'paired',
    'proven',
    'direct_test',
  ],
  ['a healthy log', { logs: logOf() }, 'paired', 'proven', 'direct_test'],
  [
    'a log of interception a month ago',
    { logs: logOf({ cause: 'tls_intercepted', lastAt: '2026-10-20T10:00:00.000Z' }) },
    'tls_intercepted',
    'possible',
    'logs',
  ],
  [
    'a log of interception a month ago, against a refused key',
    { pairing: pairingOf('key_revoked'), logs: logOf({ cause: 'tls_intercepted', lastAt: '2026-10-20T10:00:00.000' }) },
    'key_revoked',
    'proven',
    'key',
  ],
  [
    'a log of interception, after which the application works',
    { logs: logOf({ cause: 'tls_intercepted' }), answers: answersOf({ 'application_health.still_fails': 'no' }) },
    'paired',
    'proven',
    'direct_test',
  ],
  [
    'the proof of a value that was current then, and was replaced since',
    {
      logs: logOf({ cause: 'key_invalid' }),
      valueProofs: proofOf('current').map((proof) => ({ ...proof, version: 1 })),
    },
    'application_key_stale',
    'likely',
    'logs',
  ],
  [
    'a log in which nothing is decided',
    { logs: logOf({ cause: 'unexpected_response', confidence: 'likely' }) },
    'unexpected_response',
    'likely',
    'logs',
  ],

  [
    'a log of a refused key that is accepted here',
    { logs: logOf({ cause: 'key_invalid' }) },
    'application_key_stale',
    'likely',
    'logs',
  ],
  [
    'the same from before the value was replaced',
    { logs: logOf({ cause: 'key_invalid', lastAt: '2026-11-01T00:00:00.000Z' }) },
    'application_key_stale',
    'possible',
    'logs',
  ],
  [
    'the same, but the value is proven to be the stored one',
    { logs: logOf({ cause: 'key_invalid' }), valueProofs: proofOf('current') },
    'base_url_wrong',
    'possible',
    'logs',
  ],
  ['the proof of an older value', { valueProofs: proofOf('older') }, 'application_key_stale', 'proven', 'key'],
  [
    'the proof of an older value, against everything',
    { pairing: pairingOf('key_revoked'), logs: logOf({ cause: 'tls_intercepted' }), valueProofs: proofOf('older') },
    'application_key_stale',
    'proven',
    'key',
  ],
  [
    'the proof of hidden characters',
    { valueProofs: proofOf('hidden_characters') },
    'key_hidden_characters',
    'proven',
    'key',
  ],
  ['the proof of an unknown value', { valueProofs: proofOf('other') }, 'application_key_stale', 'likely', 'key'],
  [
    'the latest of two proofs',
    { valueProofs: [...proofOf('older'), ...proofOf('current')] },
    'paired',
    'proven',
    'direct_test',
  ],

  [
    'a tool that got a block page',
    { ownAnswers: ownAnswerOf('block_page', false) },
    'block_page',
    'proven',
    'direct_test',
  ],
  ['a tool that got the same', { ownAnswers: ownAnswerOf('paired', true) }, 'paired', 'proven', 'direct_test'],
  [
    'a tool whose key is refused there',
    { ownAnswers: ownAnswerOf('key_invalid', false) },
    'application_key_stale',
    'likely',
    'direct_test',
  ],
  [
    'a tool against the application’s log',
    { ownAnswers: ownAnswerOf('block_page', false), logs: logOf({ cause: 'proxy_auth_required' }) },
    'proxy_auth_required',
    'proven',
    'logs',
  ],
  [
    'a tool that reaches the provider where this server does not',
    { pairing: pairingOf('tcp_timeout'), ownAnswers: ownAnswerOf('paired', false) },
    'tcp_timeout',
    'proven',
    'network',
  ],

  [
    'a model that the key may not use',
    {
      application: { model: 'gpt-9' },
      applicationAt: AT,
      pairing: pairingOf('paired', 'proven', { observed: { models: ['gpt-4o', 'gpt-4o-mini'] } }),
    },
    'model_not_found',
    'likely',
    'application_health',
  ],
  [
    'a base URL without its path',
    { application: { baseUrl: 'https://api.openai.com' }, applicationAt: AT },
    'base_url_wrong',
    'likely',
    'application_health',
  ],
  [
    'a base URL of another company',
    { application: { baseUrl: 'https://api.stripe.com/v1' }, applicationAt: AT },
    'base_url_wrong',
    'likely',
    'application_health',
  ],
  [
    'the very same base URL',
    { application: { baseUrl: 'https://api.openai.com/v1/' }, applicationAt: AT },
    'paired',
    'proven',
    'direct_test',
  ],
  [
    'a clock that is half an hour off',
    { application: { clock: AT }, applicationAt: AT, clockSkewMs: -1_800_000 },
    'clock_skew',
    'likely',
    'application_health',
  ],
  [
    'a clock that is a second off',
    { application: { clock: AT }, applicationAt: AT, clockSkewMs: 1000 },
    'paired',
    'proven',
    'direct_test',
  ],
  [
    'another environment',
    { application: { environment: 'production' }, applicationAt: AT },
    'wrong_environment',
    'possible',
    'application_health',
  ],
  [
    'settings against a log',
    {
      application: { baseUrl: 'https://api.openai.com' },
      applicationAt: AT,
      logs: logOf({ cause: 'tls_intercepted' }),
    },
    'tls_intercepted',
    'proven',
    'logs',
  ],

  [
    'a person who saw the name fail',
    { answers: answersOf({ 'network.from_application': 'dns' }) },
    'dns_not_found',
    'likely',
    'network',
  ],
  [
    'a person who saw an answer',
    { answers: answersOf({ 'network.from_application': 'answered' }) },
    'paired',
    'proven',
    'direct_test',
  ],
  [
    'a person who read of an incident',
    { answers: answersOf({ 'service_status.incident': 'incident' }) },
    'provider_outage',
    'likely',
    'service_status',
  ],
  [
    'an incident against a refused key',
    { pairing: pairingOf('key_revoked', 'likely'), answers: answersOf({ 'service_status.incident': 'incident' }) },
    'key_revoked',
    'likely',
    'key',
  ],
  [
    'a person against a log',
    { answers: answersOf({ 'network.from_application': 'dns' }), logs: logOf({ cause: 'tls_intercepted' }) },
    'tls_intercepted',
    'proven',
    'logs',
  ],
  [
    'an application that fails all the same',
    { answers: answersOf({ 'application_health.still_fails': 'yes' }) },
    'unknown',
    'possible',
    null,
  ],
  [
    'an application that works now',
    { answers: answersOf({ 'application_health.still_fails': 'no' }) },
    'paired',
    'proven',
    'direct_test',
  ],

  ...OPENCLAW_FAULTS.map(
    (cause): Row => [
      `a log of ${cause}`,
      { logs: logOf({ cause, source: 'openclaw', command: 'openclaw …' }) },
      cause,
      'proven',
      'logs',
    ],
  ),
  [
    'OpenClaw’s wait after a refused key',
    { pairing: pairingOf('quota_or_billing', 'likely'), logs: logOf({ cause: 'openclaw_profile_cooldown' }) },
    'quota_or_billing',
    'likely',
    'direct_test',
  ],
  [
    'OpenClaw’s wait, and what went before it in the log',
    { logs: logOf({ cause: 'openclaw_profile_cooldown' }, { cause: 'rate_limited', confidence: 'likely' }) },
    'rate_limited',
    'likely',
    'logs',
  ],
]

describe('the one conclusion', () => {
  it.each(ROWS)('from %s', (_, known, verdict, confidence, fromStep) => {
    expect(concludeFrom(findingsOf(known))).toMatchObject({ verdict, confidence, fromStep })
  })

  it('does not depend on the order in which evidence came', () => {
    const groups = [{ cause: 'tcp_timeout', confidence: 'likely' }, { cause: 'tls_intercepted' }] as const
    for (const order of [groups, groups.toReversed()]) {
      expect(concludeFrom(findingsOf({ logs: logOf(...order) })).verdict).toBe('tls_intercepted')
    }
  })

  it('says what was outweighed, and what is excluded', () => {
    const known = { pairing: pairingOf('rate_limited', 'likely'), logs: logOf({ cause: 'tls_intercepted' }) }
    expect(concludeFrom(findingsOf(known)).because.join(' ')).toContain(
      'Also seen, and outweighed (likely): The test’s reasons for rate_limited.',
    )
    const paired = concludeFrom(
      findingsOf({ logs: logOf({ cause: 'tls_intercepted' }), valueProofs: proofOf('current') }),
    )
    expect(paired.because.join(' ')).toMatch(/From this server the key pairs.*it is not stale/)
  })

  it('names what is missing and the step that would decide it, until it is proven', () => {
    const open = concludeFrom(findingsOf({ answers: answersOf({ 'application_health.still_fails': 'yes' }) }))
    expect(open.missing.map(({ step }) => step)).toEqual(['key', 'logs', 'direct_test', 'application_health'])
    expect(open.steps).toHaveLength(open.missing.length)
    expect(concludeFrom(findingsOf({ logs: logOf({ cause: 'tls_intercepted' }) })).missing).toEqual([])
    expect(concludeFrom(findingsOf({ pairing: null, key: null })).missing[0]).toMatchObject({ step: 'direct_test' })
  })

  it.each(PLATFORMS)('tells %s how to trust an authority and how to use a proxy, and no other platform', (platform) => {
    const stepsOf = (cause: LogCause) =>
      concludeFrom(findingsOf({ application: { platform }, applicationAt: AT, logs: logOf({ cause }) }))
        .steps.map(({ title }) => title)
        .join('\n')
    expect(stepsOf('tls_intercepted')).toMatch(/trust the inspecting authority/)
    expect(stepsOf('proxy_refused')).toMatch(/go through the proxy/)
    expect(stepsOf('tls_intercepted').match(/trust the inspecting authority/g)).toHaveLength(1)
  })

  it('asks for the platform where none is named, in place of telling all of them', () => {
    const { steps } = concludeFrom(findingsOf({ logs: logOf({ cause: 'tls_intercepted' }) }))
    expect(steps.map(({ title }) => title).join()).toContain('Tell the application’s platform which authority to trust')
    expect(steps.length).toBeLessThan(5)
  })

  it.each<[LogCause, Partial<Findings>]>([
    ['clock_skew', { application: { clock: AT }, applicationAt: AT, clockSkewMs: 3_600_000 }],
    ['key_hidden_characters', { valueProofs: proofOf('hidden_characters') }],
    ['tls_intercepted', { logs: logOf({ cause: 'tls_intercepted' }) }],
    ['proxy_auth_required', { logs: logOf({ cause: 'proxy_auth_required' }) }],
  ])('about %s at the application’s side asks nobody to set up this server', (verdict, known) => {
    const conclusion = concludeFrom(findingsOf(known))
    expect(conclusion.verdict).toBe(verdict)
    expect(conclusion.contact.who).not.toMatch(/operator/)
    expect(JSON.stringify([conclusion.steps, conclusion.contact])).not.toMatch(/restart Claviger|that Claviger runs on/)
  })

  it('gives the command that mends a fault of OpenClaw', () => {
    const { steps, contact } = concludeFrom(
      findingsOf({ logs: logOf({ cause: 'openclaw_device_unapproved', command: 'openclaw devices approve 42' }) }),
    )
    expect(steps[0]?.detail).toBe('openclaw devices approve 42')
    expect(contact).toMatchObject({
      who: 'Whoever runs OpenClaw',
      message: expect.stringContaining('openclaw devices approve 42'),
    })
  })

  it('has words, steps and somebody to ask for every cause, wherever it was seen', () => {
    const bad = LOG_CAUSES.filter((cause) => cause !== 'paired' && cause !== 'paired_limited')
    const fromLog = bad.map((cause) =>
      findingsOf({ logs: logOf({ cause }), pairing: pairingOf('unknown', 'possible') }),
    )
    const fromTest = VERDICTS.map((verdict) => findingsOf({ pairing: pairingOf(verdict, 'likely') }))
    for (const findings of [...fromLog, ...fromTest]) {
      const conclusion = concludeFrom(findings)
      expect(Conclusion.parse(conclusion)).toEqual(conclusion)
      expect([conclusion.verdict, conclusion.headline]).toEqual([conclusion.verdict, expect.stringMatching(/\S.{10,}/)])
      expect(conclusion.because.length).toBeGreaterThan(0)
      const asksNobody = conclusion.contact.who === 'Nobody'
      expect([conclusion.verdict, conclusion.contact.message === '']).toEqual([conclusion.verdict, asksNobody])
    }
  })
})

describe('the nine steps', () => {
  it('are all there, in order, whatever is known', () => {
    for (const [, known] of ROWS) {
      const findings = findingsOf(known)
      expect(buildSteps(findings, concludeFrom(findings)).map(({ step }) => step)).toEqual(STEPS)
    }
  })

  it('wait for a person only where a person can do something, and have a time once they are done', () => {
    for (const [, known] of ROWS) {
      const findings = findingsOf(known)
      for (const step of buildSteps(findings, concludeFrom(findings))) {
        if (step.status === 'waiting')
          expect([step.step, step.doneBy, step.actions.length > 0, step.at]).toEqual([step.step, 'person', true, null])
        else if (step.status !== 'skipped') expect([step.step, step.at]).toEqual([step.step, expect.any(String)])
      }
    }
  })

  it('say something, each of them', () => {
    for (const [what, known] of ROWS) {
      const findings = findingsOf(known)
      for (const { step, summary } of buildSteps(findings, concludeFrom(findings)))
        expect([what, step, summary]).toEqual([what, step, expect.stringMatching(/\S.{8,}/)])
    }
  })

  it('have actions whose ids are their own', () => {
    const findings = findingsOf({ logs: logOf({ cause: 'tls_intercepted' }) })
    const ids = buildSteps(findings, concludeFrom(findings)).flatMap(({ step, actions }) =>
      actions.map(({ id }) => ({ step, id })),
    )
    expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length)
    for (const { step, id } of ids) expect(id.startsWith(`${step}.`)).toBe(true)
  })
})
