import { companyOf } from '#lib/providers/company-of'
import type { Verdict } from '#lib/providers/verdict'
import { variableOf } from '../pairing-input.ts'
import { describeFindings } from '../stages/key.ts'
import type { Facts, Step, VerdictText } from './facts.ts'
import { ownerOnRecord } from './owner-on-record.ts'
import { withArticle } from './with-article.ts'

const testAgain: Step = {
  title: 'Test the pairing again',
  detail: 'The test shows within seconds whether the provider accepts the new value.',
}

function openKeys({ provider }: Facts, purpose: string): Step {
  if (!provider.links.dashboard)
    return {
      title: 'Ask whoever runs the server',
      detail: `${purpose} Keys of this server are made where it is configured.`,
    }
  return { title: `Open ${companyOf(provider)}’s page for keys`, detail: `${provider.links.dashboard} – ${purpose}` }
}

const replace = (facts: Facts): Step[] => [
  openKeys(facts, 'create a new key, with the permissions that the application needs.'),
  {
    title: 'Store it as a new version',
    detail: `Replace the value of ${variableOf(facts.input)} in Claviger; the old version stays in its history.`,
  },
  testAgain,
]

const owner = (says: string) => ({
  contact: 'key_owner' as const,
  why: (facts: Facts) => `${says}${ownerOnRecord(facts)}`,
})

export const keyTexts = {
  paired: {
    headline: ({ provider }) => `${companyOf(provider)} accepts this key.`,
    twin: () => 'It is not proven, because the server could not be shown to refuse a wrong key.',
    steps: () => [],
    contact: 'nobody',
    why: () => 'The key works. Nobody needs to do anything.',
    ask: () => '',
  },
  paired_limited: {
    headline: ({ provider, missing }) =>
      `${companyOf(provider)} knows this key, but does not let it make the test call${missing.length > 0 ? `: it lacks ${missing.join(', ')}` : ''}.`,
    twin: () =>
      'A permission that the application needs may be missing too; that can be said only once it is declared on the key.',
    steps: (facts) => [
      {
        title: 'Nothing, if the application works',
        detail:
          'A key with few permissions is good practice. This one authenticates; only the test call is outside what it may do.',
      },
      {
        title: 'Declare what the key must be able to do',
        detail: 'Name the required permissions on the key; the test then says which of them are missing.',
      },
      openKeys(facts, 'add the permission if the application needs it.'),
    ],
    ...owner('Only the owner knows whether the missing permission is meant to be missing.'),
    ask: ({ missing }) =>
      `Please check whether this key is meant to be without ${missing.join(', ') || 'this permission'}.`,
  },
  key_hidden_characters: {
    headline: ({ check, reading }) =>
      reading?.verdict === 'paired'
        ? 'The stored value holds characters that are no part of the key; without them it works.'
        : check.isSendable
          ? 'The stored value holds characters that are no part of the key.'
          : 'The value cannot be sent: it holds characters that no key has.',
    twin: () => 'Whether the cleaned value works has not been shown yet.',
    steps: (facts) => [
      {
        title: 'Replace the value with the cleaned one',
        detail: `${describeFindings(facts.check)} Claviger offers the value without them.`,
      },
      {
        title: 'Mend the place it was copied from',
        detail:
          'A .env file, a mail or a chat often adds quotes, line breaks or invisible characters: copy the key from the provider’s page once more if in doubt.',
      },
      testAgain,
    ],
    ...owner('Whoever pasted the value can paste it again.'),
    ask: () => 'Please store the key again, without the characters named above.',
  },
  key_shape_mismatch: {
    headline: ({ provider }) => `${companyOf(provider)} refused this key, and it does not look like one of its keys.`,
    twin: ({ provider }) =>
      `If ${companyOf(provider)} has changed the form of its keys, this one may simply be unknown to it.`,
    steps: (facts) => [
      {
        title: 'Compare beginning, end and length',
        detail: facts.check.shapeSays ?? 'A paste that lost its end is the most usual cause.',
      },
      openKeys(facts, 'copy the whole key; if it is shown only once, create a new one.'),
      testAgain,
    ],
    ...owner('The owner has, or can create, the whole key.'),
    ask: () =>
      'Please send the whole key through Claviger again, or create a new one: the stored value seems to be cut off or mistyped.',
  },
  wrong_provider_key: {
    headline: ({ provider, check }) => `This is a key of ${check.belongsTo}, not of ${companyOf(provider)}.`,
    steps: (facts) => [
      {
        title: `Choose ${facts.check.belongsTo} as the provider`,
        detail: 'If the value is the one that was meant, only the provider of this key is wrong.',
      },
      openKeys(facts, `or copy the key of ${companyOf(facts.provider)} from here.`),
      {
        title: 'If this address is a gateway that takes such keys',
        detail: 'Choose “OpenAI-compatible server” as the provider: it takes keys of any form.',
      },
    ],
    ...owner('Two keys were mixed up when this one was stored.'),
    ask: ({ provider, check }) =>
      `Please check which key belongs here: the stored one is of ${check.belongsTo}, and ${companyOf(provider)} is expected. It was sent to nobody.`,
  },
  wrong_key_kind: {
    headline: ({ provider, check }) =>
      `This is the wrong kind of key for ${companyOf(provider)}${check.format?.role === 'wrong_kind' ? `: ${withArticle(check.format.kind)}` : ''}.`,
    steps: (facts) => [
      {
        title: 'Use the right kind',
        detail: facts.check.format?.instead ?? 'This one serves another purpose; use a key that may call the API.',
      },
      ...replace(facts),
    ],
    ...owner('The owner can create the right kind of key.'),
    ask: ({ check }) => `Please replace this ${check.format?.kind ?? 'key'}. ${check.format?.instead ?? ''}`.trim(),
  },
  wrong_environment: {
    headline: ({ check, input }) =>
      check.format?.environment
        ? `This is a ${check.format.environment} key, and ${input.environment?.slug ?? 'this environment'} is the wrong place for it.`
        : 'This key belongs to another environment, account or workspace than this one.',
    twin: () => 'The key may also simply be unknown there.',
    steps: (facts) => [
      {
        title: 'Decide which of the two is wrong',
        detail:
          facts.provider.environmentHint ??
          'Either the value was stored in the wrong environment, or the wrong value was copied.',
      },
      openKeys(facts, 'copy the key that belongs to this environment.'),
      testAgain,
    ],
    ...owner('Keys of two environments were mixed up when this one was stored.'),
    ask: ({ input }) =>
      `Please store the key that belongs to ${input.environment ? `the environment “${input.environment.slug}”` : 'this environment'}.`,
  },
  key_invalid: {
    headline: ({ provider }) => `${companyOf(provider)} refused this key: it does not know it.`,
    twin: ({ provider }) =>
      `${companyOf(provider)} may say the same of a key that was deleted or has expired, or that belongs to another account; this key was never seen to work, so a mistake in copying is likelier.`,
    steps: (facts) => [
      openKeys(facts, 'look for the key by its last four characters: is it listed, and active?'),
      {
        title: 'If it is listed, copy it again; if not, create a new one',
        detail: 'Most providers show a key only once. Copy it with their copy button, whole.',
      },
      {
        title: 'Store it as a new version',
        detail: `Replace the value of ${variableOf(facts.input)} in Claviger.`,
      },
      testAgain,
    ],
    ...owner('Only the owner can look the key up in the provider’s account and replace it.'),
    ask: () => 'Please look the key up in the provider’s account, and replace it if it is missing there.',
  },
  key_expired: {
    headline: ({ provider }) => `This key has expired at ${companyOf(provider)}.`,
    twin: () => 'The provider’s words fit a key that was revoked as well; the expiry on record speaks for this one.',
    steps: (facts) => [
      ...replace(facts),
      { title: 'Set a reminder', detail: 'Store the new expiry with the key: Claviger then warns before it passes.' },
    ],
    ...owner('The owner can create the next key.'),
    ask: () => 'Please create a new key: this one has expired.',
  },
  key_revoked: {
    headline: ({ provider }) => `This key was switched off at ${companyOf(provider)}.`,
    twin: () =>
      'It worked before, so it was not mistyped; a suspended account, or a limit on addresses, can look the same. If other keys of the account fail too, it is the account.',
    steps: (facts) => [
      {
        title: 'Find out who switched it off, and why',
        detail:
          'A key is revoked by hand, after a leak, or when its maker leaves. If it leaked, look at its usage first.',
      },
      ...replace(facts),
    ],
    ...owner('The owner can see who revoked the key, and create the next one.'),
    ask: () => 'Please tell us whether this key was revoked on purpose, and create a new one.',
  },
  permission_missing: {
    headline: ({ provider, missing }) =>
      `${companyOf(provider)} accepts this key, but it lacks ${missing.length > 0 ? `the permission ${missing.join(', ')}` : 'a permission that is required here'}.`,
    twin: () => 'The provider did not name the permission; it may be another one than those required here.',
    steps: (facts) => [
      openKeys(facts, `add ${facts.missing.join(', ') || 'the permissions named on this key'}.`),
      {
        title: 'If permissions cannot be changed, create a new key',
        detail: 'Some providers fix them when a key is made. Store the new key as a new version.',
      },
      testAgain,
    ],
    ...owner('The owner decides what this key may do.'),
    ask: ({ missing }) =>
      `Please add ${missing.length > 0 ? `the permission ${missing.join(', ')}` : 'the missing permission'} to this key.`,
  },
} satisfies Partial<Record<Verdict, VerdictText>>
