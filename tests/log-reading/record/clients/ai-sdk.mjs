import { createOpenAI } from '@ai-sdk/openai'
import { generateText } from 'ai'

const openai = createOpenAI({ baseURL: process.env.BASE_URL, apiKey: process.env.API_KEY })
try {
  const { text } = await generateText({
    model: openai.chat('gpt-4o'),
    prompt: 'hi',
    maxRetries: 0,
    abortSignal: AbortSignal.timeout(3000),
  })
  console.warn('text', text)
} catch (error) {
  console.error(error)
}
