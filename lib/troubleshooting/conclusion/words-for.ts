import { openclawFaults } from '#lib/log-reading/openclaw-faults'
import { contactFor } from '#lib/pairing/texts/contact-for'
import { verdictTexts } from '#lib/pairing/texts/verdict-texts'
import { findProvider } from '#lib/providers/catalog'
import { adviceFor, topicOf } from '../advice/advice-for.ts'
import type { Findings } from '../findings.ts'
import type { Conclusion } from '../schema.ts'
import type { Candidate } from './candidate.ts'
import { factsOf } from './facts-of.ts'
import { pairsHere } from './from-logs.ts'
import { supportMessage } from './support-message.ts'
import { isGood, isOpenClawFault, isVerdict } from './verdict-kinds.ts'

type Words = Pick<Conclusion, 'headline' | 'steps' | 'contact'>
type Missing = Conclusion['missing']

const NOBODY = { who: 'Nobody', why: 'Nothing is known to be wrong.', message: '' }

/** Headline, what to do and whom to ask, for the cause that was chosen. */
export function wordsFor(findings: Findings, chosen: Candidate, because: string[], missing: Missing): Words {
  const words = ownWords(findings, chosen, missing)
  const message =
    words.contact.who === NOBODY.who ? '' : supportMessage(findings, chosen, { ...words, because, missing })
  return {
    headline: words.headline.slice(0, 500),
    steps: words.steps.map(({ title, detail }) => ({ title: title.slice(0, 300), detail: detail.slice(0, 4000) })),
    contact: { ...words.contact, message },
  }
}

interface OwnWords extends Words {
  /** What to ask of the contact. */
  ask: string
}

function ownWords(findings: Findings, chosen: Candidate, missing: Missing): OwnWords {
  if (isOpenClawFault(chosen.verdict)) return wordsOfOpenClaw(chosen)
  const provider = findProvider(findings.provider)
  if (!provider || !isVerdict(chosen.verdict)) return wordsOfNothing(chosen, missing)
  const text = verdictTexts[chosen.verdict]
  const facts = factsOf(findings, provider, chosen, chosen.verdict)
  const ask = text.ask(facts)
  const { pairing, testedAt } = findings
  if (isGood(chosen.verdict) && chosen.side === 'here') return wordsOfGood(findings, chosen, missing)
  if (chosen.verdict === 'unknown') return { ...wordsOfNothing(chosen, missing), ask }
  if (chosen.side === 'here' && pairing) {
    const { steps, contact } = pairing
    return { headline: chosen.headline ?? pairing.headline, steps, contact, ask }
  }
  const { who, why } = contactFor(facts, { startedAt: new Date(testedAt), durationMs: 0, stages: [] })
  return {
    headline: chosen.headline ?? text.headline(facts),
    steps: stepsThere(findings, chosen, text.steps(facts)),
    contact: { who, why, message: '' },
    ask,
  }
}

/** The network's verdicts tell how to set up this server; at the application's side its own platform is meant. */
function stepsThere(findings: Findings, chosen: Candidate, usual: Conclusion['steps']): Conclusion['steps'] {
  if (!topicOf(chosen.verdict)) return usual
  const { platform } = findings.application
  const told = adviceFor(chosen.verdict, platform).map(({ title, detail, command }) => ({
    title,
    detail: command ? `${detail} For example: ${command}` : detail,
  }))
  const isAllowing = !chosen.verdict.startsWith('tls_')
  return [
    {
      title: 'Look at the application’s own network, not at the key',
      detail: pairsHere(findings)
        ? 'The same key pairs from this server, so the way from the application to the provider differs.'
        : 'The application’s side shows this about its own way to the provider.',
    },
    ...(isAllowing
      ? [
          {
            title: 'Let the hosts through',
            detail: 'The step “advanced network” lists hosts and ports for the network team.',
          },
        ]
      : []),
    ...told,
    {
      title: 'Restart the application and read its log again',
      detail: 'Most platforms read these settings only when they start.',
    },
  ]
}

function wordsOfOpenClaw({ verdict, command, because }: Candidate): OwnWords {
  const text = isOpenClawFault(verdict) ? openclawFaults[verdict] : undefined
  const run = command ?? text?.command({}) ?? ''
  return {
    headline: text?.headline ?? '',
    steps: [
      { title: 'Run this on the machine that OpenClaw runs on', detail: run },
      { title: 'Then try again, and read the log once more', detail: text?.means ?? because[0] ?? '' },
    ],
    contact: {
      who: 'Whoever runs OpenClaw',
      why: 'OpenClaw’s own gateway refuses; neither the provider nor the key is asked.',
      message: '',
    },
    ask: `Please run: ${run}`,
  }
}

function wordsOfGood(findings: Findings, chosen: Candidate, missing: Missing): OwnWords {
  const isSolved = findings.answers['application_health.still_fails']?.value === 'no'
  const headline =
    isSolved || missing.length === 0
      ? (chosen.headline ?? '')
      : `${chosen.headline ?? ''} If the application still fails, the fault is on its side.`
  return { headline, steps: missing.map(toStep), contact: NOBODY, ask: '' }
}

/** The evidence does not decide: what is missing is what there is to do. */
function wordsOfNothing(chosen: Candidate, missing: Missing): OwnWords {
  return {
    headline: chosen.headline ?? 'The evidence does not decide yet.',
    steps: missing.map(toStep),
    contact: {
      who: 'The application’s owner',
      why: 'What would decide it lies on the application’s side.',
      message: '',
    },
    ask: `Please help with what is missing: ${missing.map(({ what }) => what).join(' ')}`,
  }
}

function toStep({ what, step }: Missing[number]) {
  return { title: `Do the step “${step.replaceAll('_', ' ')}”`, detail: what }
}
