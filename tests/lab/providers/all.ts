import type { Provider } from '../scenario.ts'
import { anthropic } from './anthropic.ts'
import { cerebras } from './cerebras.ts'
import { cohere } from './cohere.ts'
import { deepseek } from './deepseek.ts'
import { fireworks } from './fireworks.ts'
import { githubClassic, githubFineGrained } from './github.ts'
import { gitlab } from './gitlab.ts'
import { googleGemini } from './google-gemini.ts'
import { groq } from './groq.ts'
import { jina } from './jina.ts'
import { mistral } from './mistral.ts'
import { nvidiaNim } from './nvidia-nim.ts'
import { openai } from './openai.ts'
import { openaiCompatible, openaiCompatiblePublic } from './openai-compatible.ts'
import { openrouter } from './openrouter.ts'
import { perplexity } from './perplexity.ts'
import { slack } from './slack.ts'
import { stripe } from './stripe.ts'
import { together } from './together.ts'
import { voyage } from './voyage.ts'
import { xai } from './xai.ts'
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
  mistral,
  cohere,
  together,
  fireworks,
  deepseek,
  xai,
  perplexity,
  cerebras,
  nvidiaNim,
  voyage,
  jina,
  openaiCompatible,
  openaiCompatiblePublic,
]
