import { catalog } from '#lib/providers/catalog'

const MARK = '[redacted]'

/** The public starts of keys that are told apart by them: `sk-proj-`, `ghp_`. */
const starts = [...new Set(catalog.flatMap(({ keyFormats }) => keyFormats.map(({ prefix }) => prefix)))]
  .filter((prefix) => prefix.length >= 3)
  .sort((a, b) => b.length - a.length)
  .map((prefix) => prefix.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))

const KEY = new RegExp(`(?<![A-Za-z0-9])(?:${starts.join('|')})[A-Za-z0-9_.+/=-]{8,512}`, 'g')
const HEADER =
  /\b((?:proxy-)?authorization|x-api-key|api-key|x-goog-api-key|x-auth-token|private-token|x-amz-security-token|set-cookie|cookie)(["']?\s{0,4}[:=]\s{0,4})[^\r\n]{1,4096}/gi
const SCHEME = /\b(bearer|basic|token)\s{1,4}[A-Za-z0-9_.~+/=-]{12,4096}/gi
const PARAMETER = /([?&;](?:[a-z_-]{0,24}(?:key|token|secret|signature|password|code)|sig)=)[^&\s"'#]{4,4096}/gi
const FIELD =
  /(["']?[A-Za-z0-9_-]{0,40}(?:api_?key|token|secret|password|passwd|credential)[A-Za-z0-9_-]{0,20}["']?\s{0,4}[:=]\s{0,4})(?:"[^"\r\n]{4,4096}"|'[^'\r\n]{4,4096}'|[^\s"',;&}]{8,4096})/gi
const JWT = /\beyJ[\w-]{8,4096}\.[\w-]{4,8192}\.[\w-]{0,4096}/g
const PEM = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]{0,20000}?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g
const USERINFO = /(\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@"']{1,512}@/gi
const BOT_PATH = /(\/bot)\d{6,12}:[\w-]{20,64}/g

/** A text without what looks like a credential of anybody: bounded patterns, so that no text makes it slow. */
export function maskText(text: string): string {
  return text
    .replace(PEM, MARK)
    .replace(JWT, MARK)
    .replace(HEADER, `$1$2${MARK}`)
    .replace(SCHEME, `$1 ${MARK}`)
    .replace(USERINFO, `$1${MARK}@`)
    .replace(BOT_PATH, `$1${MARK}`)
    .replace(PARAMETER, `$1${MARK}`)
    .replace(KEY, MARK)
    .replace(FIELD, `$1${MARK}`)
}
