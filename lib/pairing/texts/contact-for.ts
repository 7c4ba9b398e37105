import { companyOf } from '#lib/providers/company-of'
import type { PairingResult } from '../schema.ts'
import { contactMessage, type Tested } from './contact-message.ts'
import type { ContactRole, Facts } from './facts.ts'
import { verdictTexts } from './verdict-texts.ts'

const WHO: Record<ContactRole, (facts: Facts) => string> = {
  nobody: () => 'Nobody',
  key_owner: () => 'The key’s owner',
  billing_owner: ({ provider }) => `Whoever pays for the account at ${companyOf(provider)}, then its support`,
  provider_support: ({ provider }) => `${companyOf(provider)} support`,
  network_team: () => 'Your network team',
  application_owner: () => 'The application’s owner',
  server_owner: ({ host }) => `Whoever runs ${host}`,
  operator: () => 'The operator of Claviger',
}

/** Whom to write to, why, and a message that is ready to send. */
export function contactFor(facts: Facts, tested: Tested): PairingResult['contact'] {
  const text = verdictTexts[facts.verdict]
  const message = text.contact === 'nobody' ? '' : contactMessage(facts, tested, text.ask(facts))
  return { who: WHO[text.contact](facts).slice(0, 200), why: text.why(facts).slice(0, 2000), message }
}
