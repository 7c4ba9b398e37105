import { SEEN_FROM_APPLICATION } from '../conclusion/from-answers.ts'
import type { Findings } from '../findings.ts'
import { answerTo, ask, type BuildStep, byMachine, evidenceOf, stagesOf, worst } from './step.ts'

const STAGES = ['dns', 'tcp', 'proxy', 'tls', 'http'] as const

/** The way from here to the provider, stage by stage; and the way from the application, as a person tries it. */
export const network: BuildStep = (findings) => {
  const stages = stagesOf(findings, STAGES)
  const failed = stages.find(({ status }) => status === 'failed')
  const seen = SEEN_FROM_APPLICATION[answerTo(findings, 'network.from_application') ?? '']
  const here = failed
    ? `From this server: ${failed.summary}`
    : stages.some(({ stage, status }) => stage === 'http' && status !== 'skipped')
      ? 'From this server the way is clear: name, connection, certificate and answer.'
      : 'From this server nothing was sent, so the way was not tried.'
  return byMachine({
    step: 'network',
    status: seen ? 'failed' : worst(stages),
    summary: `${here}${seen ? ` From the application’s machine ${seen.says}.` : ''}`,
    evidence: evidenceOf(stages),
    actions: [
      ask(findings, {
        id: 'network.same_network',
        kind: 'choose',
        title: 'Does the application run on the same network as this server?',
        detail:
          'Another network has another resolver, firewall and proxy: then what is seen from here says little about it.',
        options: [
          { value: 'same', label: 'The same' },
          { value: 'other', label: 'Another one' },
          { value: 'unknown', label: 'I do not know' },
        ],
      }),
      ask(findings, {
        id: 'network.from_application',
        kind: 'choose',
        title: 'Try the way from the application’s machine',
        detail: 'Run this there, inside its container where it has one. It needs no key. What happened?',
        command: `curl -sS -v -o /dev/null ${hostUrl(findings)}`,
        options: [
          { value: 'answered', label: 'Any HTTP status came back' },
          { value: 'dns', label: 'Could not resolve host' },
          { value: 'timeout', label: 'Timed out' },
          { value: 'refused', label: 'Connection refused' },
          { value: 'reset', label: 'Connection reset or closed' },
          { value: 'certificate', label: 'A certificate problem' },
          { value: 'proxy', label: 'The proxy refused (403, 407)' },
          { value: 'page', label: 'A web page of somebody else' },
        ],
      }),
    ],
    at: findings.testedAt,
  })
}

function hostUrl({ of, application, baseUrl }: Findings): string {
  const text = application.baseUrl ?? baseUrl ?? of?.baseUrl ?? ''
  const url = URL.parse(text)
  return url ? `${url.protocol}//${url.host}/` : 'https://HOST/'
}
