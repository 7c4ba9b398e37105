import type { Provider } from '../scenario.ts'
import { anthropic } from './anthropic.ts'
import { googleGemini } from './google-gemini.ts'
import { openai } from './openai.ts'

/** Where two providers share a host, the first one speaks to keys that nobody issued. */
export const providers: Provider[] = [openai, anthropic, googleGemini]
