import { airtable } from './airtable.ts'
import { algolia } from './algolia.ts'
import { anthropic } from './anthropic.ts'
import { assemblyai } from './assemblyai.ts'
import { deepgram } from './deepgram.ts'
import { elevenlabs } from './elevenlabs.ts'
import { githubClassic } from './github-classic.ts'
import { githubFineGrained } from './github-fine-grained.ts'
import { gitlab } from './gitlab.ts'
import { googleGemini } from './google-gemini.ts'
import { groq } from './groq.ts'
import { huggingface } from './huggingface.ts'
import { linear } from './linear.ts'
import { notion } from './notion.ts'
import { openai } from './openai.ts'
import { openaiCompatible } from './openai-compatible.ts'
import { openrouter } from './openrouter.ts'
import { pinecone } from './pinecone.ts'
import type { Provider } from './provider.ts'
import { replicate } from './replicate.ts'
import { slack } from './slack.ts'
import { stability } from './stability.ts'
import { stripe } from './stripe.ts'
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
  huggingface,
  replicate,
  elevenlabs,
  deepgram,
  assemblyai,
  stability,
  pinecone,
  notion,
  linear,
  airtable,
  algolia,
  openaiCompatible,
]

const byId = new Map(catalog.map((provider) => [provider.id, provider]))

/** The provider of this id, or undefined. */
export function findProvider(id: string): Provider | undefined {
  return byId.get(id)
}
