import { anthropic } from './anthropic.ts'
import { aws } from './aws.ts'
import { azureOpenai } from './azure-openai.ts'
import { cloudflare } from './cloudflare.ts'
import { datadog } from './datadog.ts'
import { digitalocean } from './digitalocean.ts'
import { dockerhub } from './dockerhub.ts'
import { githubClassic } from './github-classic.ts'
import { githubFineGrained } from './github-fine-grained.ts'
import { gitlab } from './gitlab.ts'
import { googleCloudApiKey } from './google-cloud-api-key.ts'
import { googleGemini } from './google-gemini.ts'
import { groq } from './groq.ts'
import { netlify } from './netlify.ts'
import { openai } from './openai.ts'
import { openaiCompatible } from './openai-compatible.ts'
import { openrouter } from './openrouter.ts'
import type { Provider } from './provider.ts'
import { slack } from './slack.ts'
import { stripe } from './stripe.ts'
import { supabase } from './supabase.ts'
import { supabaseProject } from './supabase-project.ts'
import { vault } from './vault.ts'
import { vercel } from './vercel.ts'
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
  openaiCompatible,
]

const byId = new Map(catalog.map((provider) => [provider.id, provider]))

/** The provider of this id, or undefined. */
export function findProvider(id: string): Provider | undefined {
  return byId.get(id)
}
