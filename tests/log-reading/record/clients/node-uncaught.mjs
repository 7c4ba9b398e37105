import { request } from 'undici'
import { authorise } from './authorise.mjs'

const { statusCode, body } = await request(`${process.env.BASE_URL}/models`, {
  headers: authorise(),
  headersTimeout: 3000,
})
console.warn('status', statusCode, await body.json())
