import axios from 'axios'
import { authorise } from './authorise.mjs'

try {
  const { data } = await axios.get(`${process.env.BASE_URL}/models`, { headers: authorise(), timeout: 3000 })
  console.log('models', data)
} catch (error) {
  console.error(error)
}
