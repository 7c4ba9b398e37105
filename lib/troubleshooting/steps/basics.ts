import { readTarget } from '#lib/pairing/read-target'
import type { Findings } from '../findings.ts'
import { ask, type BuildStep, byMachine } from './step.ts'

/** What can be said without asking anybody: does the provider exist here, is the address one, has the key passed its time? */
export const basics: BuildStep = (findings) => {
  const faults = faultsIn(findings)
  const { of, key, provider, baseUrl, startedAt } = findings
  return byMachine({
    step: 'basics',
    status: faults.length > 0 ? 'failed' : 'passed',
    summary:
      faults.length > 0
        ? faults.join(' ')
        : `${of?.name ?? provider} is known here, and ${key ? `the key ${key.name} is stored, current and neither revoked nor past its expiry` : 'a value was given'}.`,
    evidence: {
      provider,
      baseUrl,
      ...(key && { key: key.name, environment: key.environment, version: key.version, expiresAt: key.expiresAt }),
    },
    actions: [
      ask(findings, {
        id: 'basics.since',
        kind: 'choose',
        title: 'Since when does it fail?',
        detail:
          'A fault that began with a change points to the change; one that comes and goes points to limits, the network or the provider.',
        options: [
          { value: 'always', label: 'It never worked' },
          { value: 'change', label: 'Since something was changed' },
          { value: 'sudden', label: 'Suddenly, nothing was changed' },
          { value: 'sometimes', label: 'Only now and then' },
        ],
      }),
      ask(findings, {
        id: 'basics.message',
        kind: 'write',
        title: 'What exactly does the application say?',
        detail: 'The words of the error, as they stand. Credentials in it are masked before it is kept.',
      }),
    ],
    at: startedAt,
  })
}

function faultsIn({ of: provider, provider: id, baseUrl, key, testedAt }: Findings): string[] {
  if (!provider) return [`This release does not know the provider ${id}.`]
  const target = readTarget(provider, baseUrl)
  return [
    ...('problem' in target ? [target.problem] : []),
    ...(key?.revokedAt ? [`The key was marked as revoked on ${key.revokedAt.slice(0, 10)}.`] : []),
    ...(key?.expiresAt && key.expiresAt <= testedAt
      ? [`By our records the key expired on ${key.expiresAt.slice(0, 10)}.`]
      : []),
  ]
}
