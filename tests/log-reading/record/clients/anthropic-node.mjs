import Anthropic from '@anthropic-ai/sdk'

const baseURL = process.env.BASE_URL.replace(/\/v1$/, '')
const client = new Anthropic({ apiKey: process.env.API_KEY, baseURL, maxRetries: 0, timeout: 3000 })
try {
  const page = await client.models.list()
  console.log('models', page.data.length)
} catch (error) {
  console.error(error)
}
