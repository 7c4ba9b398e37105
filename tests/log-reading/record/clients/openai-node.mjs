import OpenAI from 'openai'

const client = new OpenAI({ apiKey: process.env.API_KEY, baseURL: process.env.BASE_URL, maxRetries: 0, timeout: 3000 })
try {
  for await (const model of await client.models.list()) console.warn('model', model.id)
} catch (error) {
  console.error('chat request failed:', error)
}
