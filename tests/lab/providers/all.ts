import type { Provider } from '../scenario.ts'
import { airtable } from './airtable.ts'
import { algolia } from './algolia.ts'
import { anthropic } from './anthropic.ts'
import { assemblyai } from './assemblyai.ts'
import { aws } from './aws.ts'
import { azureOpenai } from './azure-openai.ts'
import { cerebras } from './cerebras.ts'
import { cloudflare } from './cloudflare.ts'
import { cohere } from './cohere.ts'
import { datadog, datadogEurope } from './datadog.ts'
import { deepgram } from './deepgram.ts'
import { deepseek } from './deepseek.ts'
import { digitalocean } from './digitalocean.ts'
import { discord } from './discord.ts'
import { dockerhub } from './dockerhub.ts'
import { elevenlabs } from './elevenlabs.ts'
import { fireworks } from './fireworks.ts'
import { githubClassic, githubFineGrained } from './github.ts'
import { gitlab } from './gitlab.ts'
import { googleCloudApiKey } from './google-cloud-api-key.ts'
import { googleGemini } from './google-gemini.ts'
import { groq } from './groq.ts'
import { hubspot } from './hubspot.ts'
import { huggingface } from './huggingface.ts'
import { jina } from './jina.ts'
import { linear } from './linear.ts'
import { mailgun } from './mailgun.ts'
import { mapbox } from './mapbox.ts'
import { mistral } from './mistral.ts'
import { netlify } from './netlify.ts'
import { notion } from './notion.ts'
import { nvidiaNim } from './nvidia-nim.ts'
import { openai } from './openai.ts'
import { openaiCompatible, openaiCompatiblePublic } from './openai-compatible.ts'
import { openrouter } from './openrouter.ts'
import { pagerduty } from './pagerduty.ts'
import { perplexity } from './perplexity.ts'
import { pinecone } from './pinecone.ts'
import { postmark } from './postmark.ts'
import { replicate } from './replicate.ts'
import { resend } from './resend.ts'
import { sendgrid } from './sendgrid.ts'
import { sentry } from './sentry.ts'
import { shopify } from './shopify.ts'
import { slack } from './slack.ts'
import { stability } from './stability.ts'
import { stripe } from './stripe.ts'
import { supabase } from './supabase.ts'
import { supabaseProject } from './supabase-project.ts'
import { telegram } from './telegram.ts'
import { together } from './together.ts'
import { twilio } from './twilio.ts'
import { vault } from './vault.ts'
import { vercel } from './vercel.ts'
import { voyage } from './voyage.ts'
import { xai } from './xai.ts'
import { xroute } from './xroute.ts'

/** Where two providers share a host, the first one speaks to keys that nobody issued. */
export const providers: Provider[] = [
  openai,
  anthropic,
  googleGemini,
  azureOpenai,
  aws,
  openrouter,
  xai,
  mistral,
  cohere,
  groq,
  together,
  fireworks,
  deepseek,
  perplexity,
  cerebras,
  nvidiaNim,
  huggingface,
  replicate,
  xroute,
  elevenlabs,
  deepgram,
  assemblyai,
  stability,
  voyage,
  jina,
  pinecone,
  algolia,
  supabase,
  supabaseProject,
  notion,
  airtable,
  linear,
  mapbox,
  googleCloudApiKey,
  githubClassic,
  githubFineGrained,
  gitlab,
  dockerhub,
  vault,
  cloudflare,
  vercel,
  netlify,
  digitalocean,
  stripe,
  shopify,
  hubspot,
  twilio,
  sendgrid,
  mailgun,
  resend,
  postmark,
  slack,
  discord,
  telegram,
  datadog,
  sentry,
  pagerduty,
  openaiCompatible,
  datadogEurope,
  openaiCompatiblePublic,
]
