import type { Answer, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

/**
 * Reads the OpenAI dialect's list of models. `strict` demands the documented `object: "list"`; servers that merely
 * imitate the dialect leave it out. A list that was cut at the size limit still proves itself by its first entries.
 */
export function readModelList(answer: Answer, { strict }: { strict: boolean }): Success | null {
  if (answer.json === undefined) return answer.truncated ? readCutList(answer.text, strict) : null
  const body = answer.json
  if (isRecord(body) && body.error) return null
  const entries = Array.isArray(body) ? body : isRecord(body) ? body.data : undefined
  const named = isRecord(body) && body.object === 'list'
  if (strict && !(named && Array.isArray(entries))) return null
  if (named && (entries === null || entries === undefined))
    return { observed: { models: [] }, because: '`object` is `list`' }
  if (!Array.isArray(entries) || !entries.every(isModel)) return null
  if (!named && entries.length === 0) return null
  return {
    observed: { models: entries.map((entry) => String(entry.id)) },
    because: !named
      ? 'the answer is a list of models'
      : `\`object\` is \`list\`${entries.length > 0 ? ' and `data` holds models' : ''}`,
    partialModels: isRecord(body) && body.has_more === true,
  }
}

function isModel(entry: unknown): entry is { id: string } {
  return isRecord(entry) && typeof entry.id === 'string' && (entry.object === undefined || entry.object === 'model')
}

function readCutList(text: string, strict: boolean): Success | null {
  const named = /^\s*\{\s*"(object"\s*:\s*"list"|data"\s*:\s*\[\s*\{)/
  const bare = /^\s*\[\s*\{\s*"id"\s*:\s*"/
  if (!named.test(text) && (strict || !bare.test(text))) return null
  const models = [...text.matchAll(/"id"\s*:\s*"([^"]{1,200})"/g)].map(([, id]) => String(id))
  if (models.length === 0) return null
  return { observed: { models }, because: 'the answer is a list of models, longer than was read', partialModels: true }
}
