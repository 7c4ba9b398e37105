import type { Provider } from '../scenario.ts'
import { airtable } from './airtable.ts'
import { algolia } from './algolia.ts'
import { anthropic } from './anthropic.ts'
import { assemblyai } from './assemblyai.ts'
import { deepgram } from './deepgram.ts'
import { elevenlabs } from './elevenlabs.ts'
import { githubClassic, githubFineGrained } from './github.ts'
import { gitlab } from './gitlab.ts'
import { googleGemini } from './google-gemini.ts'
import { groq } from './groq.ts'
import { huggingface } from './huggingface.ts'
import { linear } from './linear.ts'
import { notion } from './notion.ts'
import { openai } from './openai.ts'
import { openaiCompatible, openaiCompatiblePublic } from './openai-compatible.ts'
import { openrouter } from './openrouter.ts'
import { pinecone } from './pinecone.ts'
import { replicate } from './replicate.ts'
import { slack } from './slack.ts'
import { stability } from './stability.ts'
import { stripe } from './stripe.ts'
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
  openaiCompatiblePublic,
]
