import { anthropic } from './anthropic.ts'
import { discord } from './discord.ts'
import { githubClassic } from './github-classic.ts'
import { githubFineGrained } from './github-fine-grained.ts'
import { gitlab } from './gitlab.ts'
import { googleGemini } from './google-gemini.ts'
import { groq } from './groq.ts'
import { hubspot } from './hubspot.ts'
import { mailgun } from './mailgun.ts'
import { mapbox } from './mapbox.ts'
import { openai } from './openai.ts'
import { openaiCompatible } from './openai-compatible.ts'
import { openrouter } from './openrouter.ts'
import { pagerduty } from './pagerduty.ts'
import { postmark } from './postmark.ts'
import type { Provider } from './provider.ts'
import { resend } from './resend.ts'
import { sendgrid } from './sendgrid.ts'
import { sentry } from './sentry.ts'
import { shopify } from './shopify.ts'
import { slack } from './slack.ts'
import { stripe } from './stripe.ts'
import { telegram } from './telegram.ts'
import { twilio } from './twilio.ts'
import { xroute } from './xroute.ts'

/** Every provider that Claviger knows, in the order in which a person reads them. A new one is a file and a line here. */
export const catalog: readonly Provider[] = [
  openai,
  anthropic,
  googleGemini,
  openrouter,
  groq,
  xroute,
  githubClassic,
  githubFineGrained,
  gitlab,
  stripe,
  slack,
  twilio,
  sendgrid,
  mailgun,
  resend,
  postmark,
  discord,
  telegram,
  sentry,
  pagerduty,
  mapbox,
  hubspot,
  shopify,
  openaiCompatible,
]

const byId = new Map(catalog.map((provider) => [provider.id, provider]))

/** The provider of this id, or undefined. */
export function findProvider(id: string): Provider | undefined {
  return byId.get(id)
}
