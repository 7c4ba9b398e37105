import type { VerdictText } from '#lib/pairing/texts/facts'
import type { Verdict } from '#lib/providers/verdict'
import { PLATFORM_NAMES } from '../advice/advice.ts'
import { adviceFor, topicOf } from '../advice/advice-for.ts'
import type { Findings } from '../findings.ts'
import type { Conclusion } from '../schema.ts'
import { pairsHere } from './from-logs.ts'

type Steps = Conclusion['steps']

interface There {
  who: string
  why: string
  ask: string
  steps: Steps
}

const restart = {
  title: 'Restart the application and try again',
  detail: 'Most applications read such settings only when they start.',
}

/** Faults whose usual words are about this server or the stored key, told about the application’s machine. */
const THERE: Partial<Record<Verdict, There>> = {
  clock_skew: {
    who: 'The application’s owner',
    why: 'The clock belongs to the machine that the application runs on.',
    ask: 'Please synchronise the clock of the machine that the application runs on.',
    steps: [
      {
        title: 'Set the clock of the application’s machine',
        detail: 'Switch time synchronisation on (timedatectl set-ntp true, or your platform’s own).',
      },
      { title: 'Try again', detail: 'Certificates and signed requests are checked against the clock.' },
    ],
  },
  key_hidden_characters: {
    who: 'The application’s owner',
    why: 'The stored value is clean; the application’s copy is not.',
    ask: 'Please replace the application’s copy of the key by the stored value, without anything around it.',
    steps: [
      {
        title: 'Replace the application’s copy',
        detail:
          'Copy the value with Claviger’s copy button, or let the application fetch it; check quotes and line ends where it is set.',
      },
      restart,
    ],
  },
}

/** Verdicts whose usual steps set up this server: the application’s own platform is told instead. */
const SETS_UP_THIS_SERVER: readonly Verdict[] = ['proxy_auth_required', 'tls_intercepted', 'tls_self_signed_server']

/** Whom to ask and what for, where it is not the usual person. */
export function askedThere(verdict: Verdict): Omit<There, 'steps'> | undefined {
  return THERE[verdict]
}

/** What to do at the application’s side. */
export function stepsThere(verdict: Verdict, findings: Findings, usual: ReturnType<VerdictText['steps']>): Steps {
  const own = THERE[verdict]
  if (own) return own.steps
  if (!topicOf(verdict)) return usual
  const look = {
    title: 'Look at the application’s own network, not at the key',
    detail: pairsHere(findings)
      ? 'The same key pairs from this server, so the way from the application to the provider differs.'
      : 'The application’s side shows this about its own way to the provider.',
  }
  const told = [...tellPlatform(verdict, findings), restart]
  return SETS_UP_THIS_SERVER.includes(verdict) ? [look, ...told] : [look, ...usual, ...told]
}

/** For the platform that is named; all of them together would hide the one that is meant. */
function tellPlatform(verdict: Verdict, { application: { platform } }: Findings): Steps {
  if (platform)
    return adviceFor(verdict, platform).map(({ title, detail, command }) => ({
      title,
      detail: command ? `${detail} For example: ${command}` : detail,
    }))
  const what = topicOf(verdict) === 'certificate' ? 'which authority to trust' : 'which proxy to use'
  const names = Object.values(PLATFORM_NAMES).join(', ')
  return [
    {
      title: `Tell the application’s platform ${what}`,
      detail: `The step “advanced network” says how for ${names}; name the platform in the step “application health” to see its own alone.`,
    },
  ]
}
