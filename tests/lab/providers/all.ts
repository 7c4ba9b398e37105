import type { Provider } from '../scenario.ts'
import { anthropic } from './anthropic.ts'
import { discord } from './discord.ts'
import { githubClassic, githubFineGrained } from './github.ts'
import { gitlab } from './gitlab.ts'
import { googleGemini } from './google-gemini.ts'
import { groq } from './groq.ts'
import { hubspot } from './hubspot.ts'
import { mailgun } from './mailgun.ts'
import { mapbox } from './mapbox.ts'
import { openai } from './openai.ts'
import { openaiCompatible, openaiCompatiblePublic } from './openai-compatible.ts'
import { openrouter } from './openrouter.ts'
import { pagerduty } from './pagerduty.ts'
import { postmark } from './postmark.ts'
import { resend } from './resend.ts'
import { sendgrid } from './sendgrid.ts'
import { sentry } from './sentry.ts'
import { shopify } from './shopify.ts'
import { slack } from './slack.ts'
import { stripe } from './stripe.ts'
import { telegram } from './telegram.ts'
import { twilio } from './twilio.ts'
import { xroute } from './xroute.ts'

/** Where two providers share a host, the first one speaks to keys that nobody issued. */
export const providers: Provider[] = [
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
  openaiCompatiblePublic,
]
