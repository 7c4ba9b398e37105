import { authorise } from './authorise.mjs'

const url = `${process.env.BASE_URL}/models`
try {
  const response = await fetch(url, { headers: authorise(), signal: AbortSignal.timeout(3000) })
  console.warn(`${new Date().toISOString()} GET ${url} -> ${response.status} ${await response.text()}`)
} catch (error) {
  console.error(`${new Date().toISOString()} GET ${url} failed`, error)
}
