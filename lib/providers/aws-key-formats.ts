import type { KeyFormat } from './provider.ts'

const KEY_SOURCE = 'gitleaks and trufflehog rules for AWS keys'
const SECRET = '[A-Za-z0-9+/]{40}'
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

type Letters = Parameters<KeyFormat['example']>[0]

/** Key IDs are written in base 32, which is none of the usual alphabets. */
const keyId = (prefix: string, letters: Letters) =>
  `${prefix}${[...letters(16)].map((char) => BASE32[char.charCodeAt(0) % 32]).join('')}`

function pair(prefix: string, kind: string): KeyFormat {
  return {
    kind,
    pattern: new RegExp(`^${prefix}[A-Z2-7]{16}:${SECRET}$`),
    example: (letters) => `${keyId(prefix, letters)}:${letters(40)}`,
    role: 'usable',
    prefix,
    confirmed: true,
    source: KEY_SOURCE,
  }
}

function incomplete(
  form: Pick<KeyFormat, 'kind' | 'pattern' | 'example' | 'prefix' | 'isShared' | 'instead'>,
): KeyFormat {
  return { ...form, role: 'wrong_kind', confirmed: true, source: KEY_SOURCE }
}

const BOTH = 'Give the access key ID and the secret access key together, as ID:SECRET.'
const NOT_BEDROCK =
  'A Bedrock API key only calls models of Amazon Bedrock. Give an access key ID and its secret access key, as ID:SECRET.'

/** Key and ID only work together. */
export const awsKeyFormats: KeyFormat[] = [
  pair('AKIA', 'access key'),
  pair('ABIA', 'service bearer key'),
  pair('ACCA', 'context-specific key'),
  {
    ...pair('ASIA', 'temporary key'),
    pattern: new RegExp(`^ASIA[A-Z2-7]{16}:${SECRET}:[A-Za-z0-9+/]{100,}={0,2}$`),
    example: (letters) => `${keyId('ASIA', letters)}:${letters(40)}:${letters(356)}`,
  },
  incomplete({
    kind: 'temporary key without its session token',
    pattern: new RegExp(`^ASIA[A-Z2-7]{16}:${SECRET}$`),
    example: (letters) => `${keyId('ASIA', letters)}:${letters(40)}`,
    prefix: 'ASIA',
    instead: 'Give all three parts, as ID:SECRET:SESSION_TOKEN, or better a key that does not end within hours.',
  }),
  incomplete({
    kind: 'access key ID without its secret',
    pattern: /^A(KIA|BIA|CCA|SIA)[A-Z2-7]{16}$/,
    example: (letters) => keyId('AKIA', letters),
    prefix: 'AKIA',
    instead: BOTH,
  }),
  incomplete({
    kind: 'secret access key without its ID',
    pattern: new RegExp(`^${SECRET}$`),
    example: (letters) => letters(40),
    prefix: '',
    isShared: true,
    instead: BOTH,
  }),
  incomplete({
    kind: 'long-term API key of Amazon Bedrock',
    pattern: /^ABSK[A-Za-z0-9+/]{109,269}={0,2}$/,
    example: (letters) => `ABSK${letters(128)}`,
    prefix: 'ABSK',
    instead: NOT_BEDROCK,
  }),
  incomplete({
    kind: 'short-term API key of Amazon Bedrock',
    pattern: /^bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z0-9+/=]*$/,
    example: (letters) => `bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t${letters(200)}`,
    prefix: 'bedrock-api-key-',
    instead: NOT_BEDROCK,
  }),
]
