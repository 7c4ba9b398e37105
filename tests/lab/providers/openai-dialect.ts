import { randomText } from '../random-text.ts'
import type { Answer, Call, IssuedKey, Json, Route } from '../scenario.ts'

/** The model named in a call's JSON body. */
export function askedModel(call: Call): string | undefined {
  return /"model"\s*:\s*"([^"]{1,200})"/.exec(call.body)?.[1]
}

/** The two routes that every OpenAI-compatible server has; `ownedBy` and the refusal of a model differ. */
export function openaiDialect(options: {
  models: string[]
  ownedBy: string
  missingModel: Answer
  headers?: Record<string, string>
}) {
  const seen = (key: IssuedKey | undefined) => key?.models ?? options.models
  const describe = (id: string): Json => ({ id, object: 'model', created: 1_733_447_754, owned_by: options.ownedBy })
  return {
    'GET /models': {
      answer: (_, key) => ({
        status: 200,
        headers: options.headers,
        body: { object: 'list', data: seen(key).map(describe) },
      }),
    },
    'GET /models/:model': {
      answer: (call, key) => {
        const id = call.path.split('/').pop() ?? ''
        return seen(key).includes(id) ? { status: 200, body: describe(id) } : options.missingModel
      },
    },
    'POST /chat/completions': {
      generates: true,
      answer: (call, key) => {
        const asked = askedModel(call)
        return asked && !seen(key).includes(asked)
          ? options.missingModel
          : { status: 200, headers: options.headers, body: completion(asked ?? seen(key)[0] ?? 'none') }
      },
    },
  } satisfies Record<string, Route>
}

function completion(model: string): Json {
  const message = { role: 'assistant', content: 'Hello.', refusal: null }
  return {
    id: `chatcmpl-${randomText('alphanumeric', 29)}`,
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1000),
    model,
    choices: [{ index: 0, message, logprobs: null, finish_reason: 'stop' }],
    usage: { prompt_tokens: 8, completion_tokens: 2, total_tokens: 10 },
  }
}
