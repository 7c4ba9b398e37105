import Anthropic from '@anthropic-ai/sdk'

const baseURL = process.env.BASE_URL.replace(/\/v1$/, '')
// This release presents the key as a bearer token; the header is what the documented API asks for.
const client = new Anthropic({
  apiKey: process.env.API_KEY,
  defaultHeaders: { 'x-api-key': process.env.API_KEY },
  baseURL,
  maxRetries: 0,
  timeout: 3000,
})
try {
  const page = await client.models.list()
  console.warn('models', page.data.length)
} catch (error) {
  console.error(error)
}
