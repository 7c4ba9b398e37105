import axios from 'axios'
import { authorise } from './authorise.mjs'

const url = `${process.env.BASE_URL}/models`
try {
  const { data } = await axios.get(url, { headers: authorise(), timeout: 3000 })
  console.warn('models', data.data?.length)
} catch (error) {
  console.error(new Date(), 'ERROR', error.name, url, error.message, error.response?.data ?? error.cause)
}
