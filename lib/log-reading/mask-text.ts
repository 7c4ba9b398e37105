import { makeScrubber } from '#lib/outbound/scrub'
import { KEY_PATTERNS } from './secret-patterns.ts'

const MARK = '[redacted]'
/** Words in the name of a field that holds a secret, in the three ways in which names are written. */
const SECRET_WORDS = [
  ...[
    'secret',
    'token',
    'password',
    'passwd',
    'passphrase',
    'pwd',
    'credential',
    'authorization',
    'cookie',
    'signature',
  ],
  ...['bearer', 'jwt', 'api[_-]?key', 'access[_-]?key', 'private[_-]?key'],
].flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()])
/** `key` and `auth` end many other words: there they begin a word of their own. */
const SECRET_NAME = `[\\w.$-]{0,60}(?:${SECRET_WORDS.join('|')}|(?<![a-z])key|Key|KEY|(?<![A-Za-z])(?:auth|Auth|AUTH))[\\w.$-]{0,40}`
const QUOTE = '(?:\\\\{0,3}["\'`])'

/** Everything from the mark of a private key to its end, or to the end of what is here. */
const PEM =
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g
/** A line of Base64 as certificates and keys are wrapped; hashes in hexadecimal are no such line. */
const WRAPPED =
  /(?<![\w+/])(?=[A-Za-z0-9+/]{0,200}[a-z])(?=[A-Za-z0-9+/]{0,200}[A-Z])(?=[A-Za-z0-9+/]{0,200}\d)[A-Za-z0-9+/]{60,}={0,2}/g
const COOKIES = /\b((?:set-)?cookie["']?\s{0,4}[:=]\s{0,4}["']?)[^\n"']{1,8000}/gi
const AUTHORIZATION =
  /\b((?:proxy-)?authorization(?:\\{0,3}["'])?\s{0,4}[:=]\s{0,4}(?:\\{0,3}["'])?(?:(?:Bearer|Basic|Token|Negotiate|NTLM|Digest|ApiKey|Key|AWS4-HMAC-SHA256)\s{1,4})?)(?!\[(?:redacted|Array|Object)\])[^\s"'\\,}]{1,8000}/gi
const SCHEME =
  /\b(Bearer|Basic|Token|Negotiate|NTLM)( {1,4})(?:(?=[A-Za-z0-9._~+/=-]{0,200}\d)[A-Za-z0-9._~+/=-]{8,}|[A-Za-z0-9._~+/=-]{20,})/g
const USERINFO = /\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@"'<>?#]{1,512}@/gi
const PARAMETER = new RegExp(`([?&;](?:${SECRET_NAME}|sig|code|x-amz-[\\w-]{1,40})=)[^&\\s"'<>#\\\\]{1,8000}`, 'gi')
const QUOTED = new RegExp(
  `((?<![\\w.$-])${QUOTE}?${SECRET_NAME}${QUOTE}?\\s{0,4}(?:=>|[:=])\\s{0,4}[bru]?)(\\\\{0,3}["'\`])((?:(?!\\2)[^\\n]){1,8000}?)(\\2|\\n|$)`,
  'g',
)
const ASSIGNED = new RegExp(`((?<![\\w.$?&-])${SECRET_NAME}=)(?!\\[redacted\\])([^\\s"'\`,;&)}\\]]{1,8000})`, 'g')
const FIELD = new RegExp(
  `((?<![\\w.$-])${QUOTE}?${SECRET_NAME}${QUOTE}?:\\s{1,4})(?!\\[redacted\\])([^\\s"'\`,;)}\\]]{8,8000})`,
  'g',
)
/** `Incorrect API key provided: …` */
const QUOTED_BACK =
  /\b((?:api[ _-]?key|token|secret|password|credential)s?(?: \w{1,20}){0,3}: {1,2}["'`]?)([^\s"'`]{8,8000})/gi
const IN_PATH =
  /(\/bot\d{5,14}:|\/api(?:\/v\d+)?\/webhooks\/\d{5,25}\/|hooks\.slack\.com\/(?:services|workflows|triggers)\/)[\w/-]{8,400}/gi
/** Numbers and plain words in lower case are counts and codes, not secrets. */
const HARMLESS =
  /^(?:\d{1,12}|true|false|null|none|undefined|nil|yes|no|\[redacted\])$|^[a-z]{1,15}[.!]?$|^[a-z]{1,20}(?:_[a-z]{1,20}){1,6}[.!]?$/i
const NOT_SECRET_NAME =
  /(?:tokens|[a-z_-]name|Name|key[_-]?id|keyword|keys?pace|idempotency[_-]?key|cache[_-]?key|public[_-]?key|sort[_-]?key|store[_-]?key)["'`\\]{0,4}\s{0,4}(?:=>|[:=])?\s{0,4}$/i
const ENCODED = /[A-Za-z0-9+/_%\\.~=-]{20,8000}/g

/** Takes every secret out of a text: the values that are known, and whatever has the form or the place of one. */
export function makeMasker(knownSecrets: readonly string[] = []): (text: string) => string {
  const scrubber = makeScrubber(knownSecrets)
  return (text) => maskForms(scrubber.text(text))
}

function maskForms(text: string): string {
  let masked = keepLines(text, PEM)
  for (const pattern of KEY_PATTERNS) masked = masked.replace(pattern, MARK)
  masked = masked
    .replace(WRAPPED, MARK)
    .replace(IN_PATH, `$1${MARK}`)
    .replace(USERINFO, `$1${MARK}@`)
    .replace(PARAMETER, `$1${MARK}`)
    .replace(COOKIES, `$1${MARK}`)
    .replace(AUTHORIZATION, `$1${MARK}`)
    .replace(SCHEME, `$1$2${MARK}`)
    .replace(QUOTED, (whole, name: string, open: string, value: string, end: string) =>
      isHarmless(name, value) ? whole : `${name}${open}${MARK}${end}`,
    )
    .replace(ASSIGNED, maskUnlessHarmless)
    .replace(FIELD, maskUnlessHarmless)
    .replace(QUOTED_BACK, maskUnlessHarmless)
  return masked.replace(ENCODED, (word) => (hidesKey(word) ? MARK : word))
}

function maskUnlessHarmless(whole: string, name: string, value: string): string {
  return isHarmless(name, value) ? whole : `${name}${MARK}`
}

function isHarmless(name: string, value: string): boolean {
  if (/passw|pwd|passphrase|secret/i.test(name)) return value === MARK
  return HARMLESS.test(value) || (NOT_SECRET_NAME.test(name) && value.length < 200)
}

/** Lines stay lines, so that what follows keeps its number. */
function keepLines(text: string, pattern: RegExp): string {
  if (!text.includes('PRIVATE KEY')) return text
  return text.replace(pattern, (found) => MARK + '\n'.repeat(found.split('\n').length - 1))
}

/** Whether a word is a key in another coat: percent or unicode escapes, or Base64. */
function hidesKey(word: string): boolean {
  const decoded = [word.includes('%') || word.includes('\\') ? unescaped(word) : '', unpacked(word)]
  return decoded.some(
    (text) => text !== '' && text !== word && KEY_PATTERNS.some((pattern) => text.search(pattern) >= 0),
  )
}

function unescaped(word: string): string {
  return word
    .replace(/%([0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})/g, (_, percent, unicode, hex) =>
      String.fromCharCode(Number.parseInt(percent ?? unicode ?? hex, 16)),
    )
    .replaceAll('\\/', '/')
}

function unpacked(word: string): string {
  const base64 = /[A-Za-z0-9+/_-]{20,}/.exec(word)?.[0]
  return base64 ? Buffer.from(base64, 'base64').toString('latin1') : ''
}
