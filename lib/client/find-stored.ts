import { createHmac } from 'node:crypto'
import type { Finding } from './find-keys.ts'

export interface Digests {
  salt: string
  items: { digest: string; project: string; environment: string; name: string }[]
}

const DIGEST_BYTES = 16
const LEAST_LENGTH = 16
/** What surrounds a value in code, in a .env, in JSON, YAML, an address or a header. */
const WORD = /[^\s"'`<>()[\]{},;\\|]{16,}/g
/** A value is all of a word, or what stands behind or between these in it. */
const JOINTS = /[=:@&?#]/
/** A secret of a cluster is a file in base64, and may hold a value in base64. */
const DEEPEST = 2
/** So that no line costs more than some hundred digests. */
const MOST_JOINTS = 16
const ENCODED = /^[A-Za-z0-9+/_-]{20,}={0,2}$/

/**
 * Finds values that Claviger holds by their digests: as they are, in base64 of either alphabet, in hex, percent-encoded,
 * and escaped as in JSON. The value itself was never here.
 */
export function makeStoredFinder({ salt, items }: Digests): (text: string) => Finding[] {
  const key = Buffer.from(salt, 'hex')
  const byDigest = new Map(items.map((item) => [item.digest, item]))
  const find = (candidate: string) =>
    candidate.length < LEAST_LENGTH
      ? undefined
      : byDigest.get(
          createHmac('sha256', key).update(candidate, 'utf8').digest().subarray(0, DIGEST_BYTES).toString('hex'),
        )

  return (text) => {
    if (byDigest.size === 0) return []
    return text.split('\n').flatMap((content, index) => {
      if (content.includes('claviger:allow')) return []
      const found = new Map<string, Finding>()
      for (const candidate of new Set(candidatesOf(content))) {
        const item = find(candidate)
        if (!item) continue
        const name = `${item.project}/${item.environment}/${item.name}`
        found.set(name, { line: index + 1, provider: name, says: `the value of ${name}, which Claviger holds` })
      }
      return [...found.values()]
    })
  }
}

/** Every text that may be a value: the words, their parts, and what both decode to, also where that is a file of its own. */
function* candidatesOf(content: string, depth = DEEPEST): Generator<string> {
  for (const text of [content, ...unescaped(content)]) {
    for (const [word] of text.matchAll(WORD)) {
      for (const part of partsOf(word)) {
        yield part
        if (depth > 0) for (const decoded of decode(part)) yield* candidatesOf(decoded, depth - 1)
      }
    }
  }
}

/** From any joint, or the start, to any other, or the end: a value may itself hold some. */
function* partsOf(word: string): Generator<string> {
  yield word
  yield word.replace(/[.!]+$/, '')
  const joints = [...word].flatMap((letter, at) => (JOINTS.test(letter) ? [at] : [])).slice(0, MOST_JOINTS)
  if (joints.length === 0) return
  const starts = [0, ...joints.map((at) => at + 1)]
  // With and without the joint: base64 ends in some.
  const ends = [...new Set([...joints, ...joints.map((at) => at + 1), word.length])]
  for (const start of starts) for (const end of ends) if (end - start >= LEAST_LENGTH) yield word.slice(start, end)
}

/** `\u002f`, `\/`, `%2F`: a line as it reads without its escapes. */
function* unescaped(line: string): Generator<string> {
  if (line.includes('\\'))
    yield line
      .replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replace(/\\x([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replace(/\\([/"'\\])/g, '$1')
  if (/%[0-9a-fA-F]{2}/.test(line))
    yield line.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'))
}

function* decode(part: string): Generator<string> {
  if (/^(?:[0-9a-fA-F]{2}){16,}$/.test(part)) yield Buffer.from(part, 'hex').toString('utf8')
  if (ENCODED.test(part)) yield Buffer.from(part, 'base64').toString('utf8').replace(/\n$/, '')
}
