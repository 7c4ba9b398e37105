import { companyOf } from '#lib/providers/company-of'
import type { Verdict } from '#lib/providers/verdict'
import type { Facts, Step, VerdictText } from './facts.ts'

const support = ({ provider }: Facts): Step[] =>
  provider.links.support
    ? [
        {
          title: `Write to ${companyOf(provider)}’s support`,
          detail: `${provider.links.support} – the message below is ready to send.`,
        },
      ]
    : []

const status = ({ provider }: Facts): Step[] =>
  provider.links.statusPage ? [{ title: 'Look at the status page', detail: provider.links.statusPage }] : []

const retry = ({ retryAt }: Facts): Step => ({
  title: 'Try again later',
  detail: retryAt
    ? `The provider asks to wait until ${retryAt.toISOString()}.`
    : 'Wait a minute, then longer after each refusal.',
})

export const accountTexts = {
  ip_not_allowed: {
    headline: ({ provider }) =>
      `${companyOf(provider)} does not accept this key from the address that the request came from.`,
    twin: () => 'A missing permission can be worded alike; the same call from another network decides it.',
    steps: ({ provider }) => [
      {
        title: 'Find the address that the provider sees',
        detail: 'It is the public address of this machine’s network, its proxy or its VPN.',
      },
      {
        title: 'Add it to the allowlist, or route through an allowed address',
        detail: `${provider.links.dashboard ?? 'The server’s settings'} – look for IP restrictions of the key, the project or the organisation.`,
      },
      { title: 'Test the pairing again', detail: 'The key itself is known to the provider and need not be replaced.' },
    ],
    contact: 'network_team',
    why: () => 'The network team knows the public addresses that traffic leaves from.',
    ask: ({ host }) =>
      `Please tell us the public address from which requests to ${host} leave our network, or send them through an allowed one.`,
  },
  region_blocked: {
    headline: ({ provider }) =>
      `${companyOf(provider)} does not serve the country or region that this request came from.`,
    twin: () => 'A VPN or proxy in another country can make a served place look unserved.',
    steps: ({ provider }) => [
      {
        title: 'Find out where the traffic leaves',
        detail: 'A VPN, a proxy or a cloud region may put it into another country than yours.',
      },
      {
        title: 'Route it through a served country, where your contract allows',
        detail: `${provider.links.docs} lists where the service is offered.`,
      },
      { title: 'Test the pairing again', detail: 'The key itself need not be replaced.' },
    ],
    contact: 'network_team',
    why: () => 'The network team decides through which country traffic leaves.',
    ask: ({ host }) => `Please tell us in which country requests to ${host} leave our network.`,
  },
  account_suspended: {
    headline: ({ provider }) =>
      `${companyOf(provider)} has blocked the account, organisation or project behind this key.`,
    twin: () =>
      'A single switched-off key can be worded alike; if another key of the account works, it is only this key.',
    steps: (facts) => [
      {
        title: 'Sign in to the provider’s console',
        detail: `${facts.provider.links.dashboard ?? facts.provider.links.docs} – a notice there or in the owner’s mail names the reason.`,
      },
      ...support(facts),
      { title: 'Do not replace the key yet', detail: 'A new key of a blocked account is refused in the same way.' },
    ],
    contact: 'billing_owner',
    why: () => 'The owner of the account receives the provider’s notices; its support can lift the block.',
    ask: ({ provider }) =>
      `Please check the notices of our ${companyOf(provider)} account: it seems to be blocked. If the reason is not clear, forward this to their support.`,
  },
  quota_or_billing: {
    headline: ({ provider }) =>
      `${companyOf(provider)} knows this key, but the account is out of credit or over a limit.`,
    twin: () => 'A short rate limit can be worded alike; if the same call works in a few minutes, it was that.',
    steps: (facts) => [
      {
        title: 'Open billing',
        detail: `${facts.provider.links.billing ?? facts.provider.links.dashboard ?? facts.provider.links.docs} – add credit, raise the limit or settle what is unpaid.`,
      },
      {
        title: 'Look for limits of its own on the key, project or workspace',
        detail: 'Some limits are set by your own organisation, not by the provider.',
      },
      {
        title: 'Test the pairing again',
        detail: 'Credit can take a few minutes to arrive. The key need not be replaced.',
      },
    ],
    contact: 'billing_owner',
    why: () => 'Only whoever pays for the account can add credit or raise a limit; then the provider’s support.',
    ask: ({ provider }) =>
      `Please add credit to our ${companyOf(provider)} account, or raise the limit that has been reached.`,
  },
  rate_limited: {
    headline: ({ provider, retryAt }) =>
      `${companyOf(provider)} asks to slow down${retryAt ? ` until ${retryAt.toISOString()}` : ''}; nothing speaks against the key.`,
    twin: () => 'An exhausted quota can be worded alike; if it lasts longer than the time named, look at billing.',
    steps: (facts) => [
      retry(facts),
      {
        title: 'Spread the calls',
        detail:
          'Let the application wait as Retry-After says, with a growing and slightly random pause, and share one limit among its workers.',
      },
      {
        title: 'If it happens often, ask for a higher limit',
        detail: facts.provider.links.support ?? facts.provider.links.docs,
      },
    ],
    contact: 'application_owner',
    why: () => 'The application decides how fast it calls.',
    ask: ({ provider }) => `Please slow the calls to ${companyOf(provider)} down: its rate limit is reached.`,
  },
  provider_outage: {
    headline: ({ provider }) =>
      `${companyOf(provider)} itself is failing or overloaded; nothing speaks against the key.`,
    twin: () =>
      'A gateway or proxy between here and the provider can answer in the same way; other keys of this provider, and its status page, decide it.',
    steps: (facts) => [...status(facts), retry(facts), ...support(facts)],
    contact: 'provider_support',
    why: ({ provider }) => `${companyOf(provider)} answered that its own servers failed.`,
    ask: () => 'Please tell us whether there is an incident, and when it will be over.',
  },
  unexpected_response: {
    headline: ({ provider, answer }) =>
      `${companyOf(provider)} answered${answer ? ` with HTTP ${answer.status}` : ''} in a way that nothing known explains.`,
    twin: () =>
      'A gateway in between, another service at this address, or a new kind of answer: the kept answer tells.',
    steps: (facts) => [
      {
        title: 'Look at the kept answer',
        detail: 'The stages HTTP and Auth hold its status, headers and words, without the key.',
      },
      {
        title: 'Send the same request by hand',
        detail: 'The cURL below makes the same call; compare the answers from another network.',
      },
      ...status(facts),
      ...support(facts),
    ],
    contact: 'provider_support',
    why: ({ provider }) => `Only ${companyOf(provider)} can say what its answer means; the evidence is in the message.`,
    ask: () => 'Please tell us what this answer means.',
  },
  unknown: {
    headline: () => 'The evidence does not decide whether this key works.',
    steps: ({ because, provider }) => [
      { title: 'What is missing', detail: because.at(-1) ?? 'No answer was received that only a valid key gets.' },
      {
        title: 'Send the same request by hand',
        detail: `The cURL below asks ${companyOf(provider)} the same question.`,
      },
      { title: 'Test the pairing again', detail: 'A second test in a few minutes often decides it.' },
    ],
    contact: 'application_owner',
    why: () => 'The next step above is the one that would decide it.',
    ask: ({ host }) => `Please check how ${host} treats keys: the test could not decide whether this one works.`,
  },
} satisfies Partial<Record<Verdict, VerdictText>>
