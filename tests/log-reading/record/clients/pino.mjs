import OpenAI from 'openai'
import pino from 'pino'

const log = pino()
const client = new OpenAI({ apiKey: process.env.API_KEY, baseURL: process.env.BASE_URL, maxRetries: 0, timeout: 3000 })
log.info('asking for the list of models')
try {
  const page = await client.models.list()
  log.info({ models: page.data.length }, 'listed')
} catch (error) {
  log.error(error, 'the list of models failed')
}
