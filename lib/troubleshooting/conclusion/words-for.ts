import { openclawFaults } from '#lib/log-reading/openclaw-faults'
import { contactFor } from '#lib/pairing/texts/contact-for'
import type { Facts } from '#lib/pairing/texts/facts'
import { verdictTexts } from '#lib/pairing/texts/verdict-texts'
import type { Findings } from '../findings.ts'
import type { Conclusion } from '../schema.ts'
import type { Candidate } from './candidate.ts'
import { factsOf } from './facts-of.ts'
import { supportMessage } from './support-message.ts'
import { isGood, isOpenClawFault, isVerdict } from './verdict-kinds.ts'
import { askedThere, stepsThere } from './words-there.ts'

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
  const { verdict, side } = chosen
  if (isOpenClawFault(verdict)) return wordsOfOpenClaw(chosen)
  const provider = findings.of
  if (!provider || !isVerdict(verdict) || verdict === 'unknown') return wordsOfNothing(chosen, missing)
  const facts = factsOf(findings, provider, chosen, verdict)
  if (side === 'application') return wordsThere(findings, chosen, facts)
  return wordsOfTest(findings, chosen, missing, verdictTexts[verdict].ask(facts))
}

/** The test knows whose words these are, so they stand; a key that pairs leaves what is missing to do. */
function wordsOfTest(findings: Findings, chosen: Candidate, missing: Missing, ask: string): OwnWords {
  const { pairing, answers } = findings
  const headline = chosen.headline ?? pairing?.headline ?? ''
  const steps = pairing?.steps ?? []
  const contact = pairing?.contact ?? NOBODY
  if (!isGood(chosen.verdict)) return { headline, steps, contact, ask }
  const isSolved = answers['application_health.still_fails']?.value === 'no' || missing.length === 0
  const told = isSolved ? headline : `${headline} If the application still fails, the fault is on its side.`
  if (chosen.verdict === 'paired') return { headline: told, steps: missing.map(toStep), contact: NOBODY, ask }
  return { headline: told, steps: [...steps, ...missing.map(toStep)], contact, ask }
}

function wordsThere(findings: Findings, chosen: Candidate, facts: Facts): OwnWords {
  const text = verdictTexts[facts.verdict]
  const tested = { startedAt: new Date(findings.testedAt), durationMs: 0, stages: [] }
  const { who, why, ask } = askedThere(facts.verdict) ?? { ...contactFor(facts, tested), ask: text.ask(facts) }
  return {
    headline: chosen.headline ?? text.headline(facts),
    steps: stepsThere(facts.verdict, findings, text.steps(facts)),
    contact: { who, why, message: '' },
    ask,
  }
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
