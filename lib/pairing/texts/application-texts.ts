import { companyOf } from '#lib/providers/company-of'
import type { Verdict } from '#lib/providers/verdict'
import type { Facts, Step, VerdictText } from './facts.ts'

const usual = ({ provider }: Facts): Step[] =>
  provider.baseUrl
    ? [{ title: `Compare with the usual base URL`, detail: `${companyOf(provider)}’s is ${provider.baseUrl}` }]
    : []

export const applicationTexts = {
  model_not_found: {
    headline: ({ provider, input }) =>
      `${companyOf(provider)} has no model ${input.model ? `“${input.model}” ` : ''}for this key.`,
    twin: () => 'A model that exists, but is not released to this account, is reported in the same way.',
    steps: ({ nearModels, provider }) => [
      {
        title: 'Use a name from the provider’s list',
        detail:
          nearModels.length > 0
            ? `The nearest names that this key may use: ${nearModels.join(', ')}.`
            : `The list is in the documentation: ${provider.links.docs}`,
      },
      { title: 'Check access to the model', detail: 'Some models are released per account, project or region.' },
      { title: 'Change the application’s setting', detail: 'The key is not at fault and need not be replaced.' },
    ],
    contact: 'application_owner',
    why: () => 'The model’s name stands in the application’s configuration.',
    ask: ({ input, nearModels }) =>
      `Please change the model ${input.model ? `“${input.model}”` : 'in the configuration'}${nearModels[0] ? `, to ${nearModels[0]} for example` : ''}.`,
  },
  base_url_wrong: {
    headline: ({ provider, betterBaseUrl, host }) =>
      betterBaseUrl
        ? `The base URL is not right: ${companyOf(provider)} answers at ${betterBaseUrl}.`
        : `The base URL is not right: ${host || 'it'} does not answer like ${companyOf(provider)} there.`,
    twin: ({ provider }) =>
      `A page or object that only this key may not see, or a retired version of ${companyOf(provider)}’s API, can look the same.`,
    steps: (facts) => [
      facts.betterBaseUrl
        ? {
            title: 'Change the base URL',
            detail: `To ${facts.betterBaseUrl} – it was tried with the same key, and answers like ${companyOf(facts.provider)}.`,
          }
        : {
            title: 'Check host and path of the base URL',
            detail:
              'It ends where the provider’s own paths begin: usually with /v1, once, and without /chat/completions or /models.',
          },
      ...usual(facts),
      {
        title: 'Change it in the application as well',
        detail: 'An application that uses the same base URL fails in the same way.',
      },
    ],
    contact: 'application_owner',
    why: () => 'The base URL stands in the application’s configuration.',
    ask: ({ baseUrl, betterBaseUrl }) =>
      `Please correct the base URL${baseUrl ? ` ${baseUrl}` : ''}${betterBaseUrl ? `: ${betterBaseUrl} answers` : ''}.`,
  },
  api_version_unsupported: {
    headline: ({ provider }) => `${companyOf(provider)} no longer supports, or does not know, this version of its API.`,
    twin: () => 'A wrong base URL can look the same.',
    steps: (facts) => [
      { title: 'Read which versions are supported', detail: facts.provider.links.docs },
      ...usual(facts),
      {
        title: 'Update the application or its SDK',
        detail: 'The version stands in the base URL, in a header or in the SDK’s release.',
      },
    ],
    contact: 'application_owner',
    why: () => 'The version is chosen by the application.',
    ask: ({ provider }) => `Please update the version of ${companyOf(provider)}’s API that the application uses.`,
  },
  application_key_stale: {
    headline: () => 'The application still uses an older value than the stored one.',
    twin: () => 'It may also use a key that was never stored here.',
    steps: () => [
      {
        title: 'Give the application the current version',
        detail: 'Fetch it again, or deploy it again where the value is baked in.',
      },
      { title: 'Restart it', detail: 'Many applications read their keys only when they start.' },
    ],
    contact: 'application_owner',
    why: () => 'Only its owner can give the application the new value.',
    ask: () => 'Please let the application read its key again, and restart it.',
  },
  clock_skew: {
    headline: ({ clockSkewMs }) =>
      `This machine’s clock is wrong${clockSkewMs === undefined ? '' : ` by ${Math.round(Math.abs(clockSkewMs) / 60_000)} minutes`}.`,
    twin: () => 'The other side’s clock may be the wrong one; a second host decides it.',
    steps: () => [
      {
        title: 'Set the clock',
        detail: 'Switch time synchronisation on (timedatectl set-ntp true, or your platform’s own).',
      },
      { title: 'Test the pairing again', detail: 'Certificates and signed tokens are checked against the clock.' },
    ],
    contact: 'operator',
    why: () => 'The clock belongs to the machine that Claviger runs on.',
    ask: () => 'Please synchronise the clock of the machine that Claviger runs on.',
  },
  target_not_allowed: {
    headline: ({ host }) => `Claviger’s own outbound rule refused ${host || 'this address'}; nothing was sent.`,
    steps: ({ host }) => [
      {
        title: 'Check the address',
        detail:
          'Private and loopback addresses, and plain http, are refused unless the operator allows them; metadata services always.',
      },
      {
        title: 'If it is meant, allow it',
        detail: `Add ${host || 'the host'} to CLAVIGER_OUTBOUND_ALLOW (host, address or CIDR, optionally with :port) and restart Claviger.`,
      },
    ],
    contact: 'operator',
    why: () => 'Only the operator can allow an address.',
    ask: ({ host }) => `Please add ${host || 'the host'} to CLAVIGER_OUTBOUND_ALLOW, if Claviger may reach it.`,
  },
} satisfies Partial<Record<Verdict, VerdictText>>
