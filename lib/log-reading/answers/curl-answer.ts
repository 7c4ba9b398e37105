import type { Opened } from '../finding.ts'
import { parseLiteral } from '../parse-literal.ts'
import type { LoggedAnswer } from './logged-answer.ts'

const CURL_STATUS = /(?:^|\n)< HTTP\/[\d.]{1,3} (\d{3})[^\n]{0,80}/g

/** The last answer that curl tells of: the ones before it are the proxy's and redirects. */
export function curlAnswer({ words }: Opened): LoggedAnswer | null {
  if (!/(?:^|\n)> [A-Z]{3,7} /.test(words) || /CONNECT tunnel failed|\ncurl: \((?!22\))\d/.test(words)) return null
  const last = [...words.matchAll(CURL_STATUS)].at(-1)
  if (!last) return null
  const rest = words.slice(last.index + last[0].length)
  const host = [...words.matchAll(/(?:^|\n)> host: ([\w.:-]{1,255})/gi)].at(-1)?.[1]
  const path = [...words.matchAll(/(?:^|\n)> (?!CONNECT)[A-Z]{3,7} (\/\S{0,2000})/g)].at(-1)?.[1] ?? '/'
  const headers = Object.fromEntries(
    [...rest.matchAll(/(?:^|\n)< ([\w-]{1,80}): ([^\n]{0,2000})/g)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value,
    ]),
  )
  const body = (/\n< ?\n([\s\S]*)/.exec(rest)?.[1] ?? '')
    .split('\n')
    .filter((line) => line !== '' && !/^(?:[*>] |[{}] \[\d|curl: \()/.test(line))
    .join('\n')
  return {
    status: Number(last[1]),
    body: asBody(body),
    headers,
    url: host && `https://${host}${path}`,
    isFromLibrary: false,
    proof: [last[0].trim()],
  }
}

function asBody(text: string): unknown {
  const start = /^\s{0,20}[{[]/.exec(text)
  const parsed = start ? parseLiteral(text, 0)?.value : undefined
  return parsed ?? text
}
