import type { Provider } from '../scenario.ts'
import { anthropic } from './anthropic.ts'
import { aws } from './aws.ts'
import { azureOpenai } from './azure-openai.ts'
import { cloudflare } from './cloudflare.ts'
import { datadog, datadogEurope } from './datadog.ts'
import { digitalocean } from './digitalocean.ts'
import { dockerhub } from './dockerhub.ts'
import { githubClassic, githubFineGrained } from './github.ts'
import { gitlab } from './gitlab.ts'
import { googleCloudApiKey } from './google-cloud-api-key.ts'
import { googleGemini } from './google-gemini.ts'
import { groq } from './groq.ts'
import { netlify } from './netlify.ts'
import { openai } from './openai.ts'
import { openaiCompatible, openaiCompatiblePublic } from './openai-compatible.ts'
import { openrouter } from './openrouter.ts'
import { slack } from './slack.ts'
import { stripe } from './stripe.ts'
import { supabase } from './supabase.ts'
import { supabaseProject } from './supabase-project.ts'
import { vault } from './vault.ts'
import { vercel } from './vercel.ts'
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
  aws,
  azureOpenai,
  googleCloudApiKey,
  cloudflare,
  digitalocean,
  vercel,
  netlify,
  supabase,
  supabaseProject,
  vault,
  dockerhub,
  datadog,
  datadogEurope,
  openaiCompatible,
  openaiCompatiblePublic,
]
