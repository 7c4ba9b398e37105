import type { Answer, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

/** An embedding in OpenAI's dialect, with what it used: nobody gets one without a key. The numbers themselves say nothing. */
export function readEmbedding({ json }: Answer): Success | null {
  if (!isRecord(json) || json.object !== 'list' || !Array.isArray(json.data) || !isRecord(json.usage)) return null
  const [first] = json.data
  if (!isRecord(first) || first.object !== 'embedding' || !('embedding' in first)) return null
  return { observed: {}, because: '`data` holds the embedding that was asked for' }
}
