import type { LogSource } from './schema.ts'

const MARKS: readonly [LogSource, RegExp][] = [
  [
    'openclaw',
    /\[(?:openclaw|model-fetch|provider-transport-fetch|agent\/embedded|gateway(?:\/[\w-]{1,40})?|ws|secrets)\]|node_modules\/openclaw\/|"subsystem\\?"|\bNo text output returned for provider "/,
  ],
  ['anthropic_node', /node_modules\/@anthropic-ai\/sdk\/|\bAnthropic\.makeRequest\b/],
  [
    'openai_node',
    /node_modules\/openai\/|\bOpenAI\.makeRequest\b|\bAPIConnection(?:Timeout)?Error: (?:Connection error|Request timed out)\.\n {4}at /,
  ],
  ['anthropic_python', /(?:site|dist)-packages\/anthropic\/|^(?:[\w.: -]{0,80})?anthropic\.\w{1,40}Error\b/m],
  ['openai_python', /(?:site|dist)-packages\/openai\/|^(?:[\w.: -]{0,80})?openai\.(?:error\.)?\w{1,40}Error\b/m],
  ['axios', /\bAxiosError\b|node_modules\/axios\//],
  ['python_requests', /\brequests\.exceptions\.|\burllib3\.exceptions\.|(?:HTTPS?)ConnectionPool\(host=/],
  ['python_httpx', /\bhttp(?:x|core)\d?\.\w|HTTP Request: [A-Z]{3,7} https?:\/\/|error '\d{3} [\w ]{1,40}' for url '/],
  ['curl', /\bcurl: \(\d{1,2}\)|^[*<>] /m],
  ['java', /^\s{0,8}at [\w.$/]{3,200}\([\w.]{1,80}(?::\d{1,6})?\)$|\b(?:java|javax|sun)\.[\w.]{3,80}Exception\b/m],
  ['go', /\bdial tcp |\bx509: |\bnet\/http: |(?:Get|Post|Put|Head) "https?:\/\/[^"]{1,2000}": |^goroutine \d/m],
  ['nginx', /\[(?:error|crit|alert|warn)\] \d{1,10}#\d{1,10}:/],
  ['python', /Traceback \(most recent call last\)|\[Errno -?\d{1,5}\]|\blitellm\.\w/],
  ['node', /\(node:[\w/]{2,60}(?::\d|\))|\[cause\]: |\bnode:internal\/|TypeError: fetch failed|\bUND_ERR_/],
]

/** Who wrote a record, by the marks of its traceback or its wording; undefined where it has none. */
export function sourceOf(text: string): LogSource | undefined {
  return MARKS.find(([, mark]) => mark.test(text))?.[0]
}
