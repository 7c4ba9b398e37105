import axios from 'axios'
import { authorise } from './authorise.mjs'

try {
  await axios.get(`${process.env.BASE_URL}/models`, { headers: authorise(), timeout: 3000 })
} catch (error) {
  console.error(error)
}
