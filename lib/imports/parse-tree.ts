import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml'
import type { Entry } from './entry.ts'

const MOST_BYTES = 1024 * 1024
/** How the tools in use call the two: Infisical, Doppler, 1Password. */
const NAME = ['key', 'name', 'secretKey', 'label', 'title']
const VALUE = ['value', 'secretValue', 'computed', 'raw', 'password']

/**
 * Reads JSON and YAML in the shapes that tools write: names with values, also wrapped as HashiCorp Vault and Doppler do;
 * lists of records with a name and a value, as Infisical does; the fields of 1Password's items.
 */
export function parseTree(source: string, format: 'json' | 'yaml', most: number): Entry[] {
  if (Buffer.byteLength(source) > MOST_BYTES) return [refusal(1, 'This file is longer than 1 MiB. Split it.')]
  const lines = new LineCounter()
  try {
    // YAML's reader tells where each name stands, and JSON is YAML; whether it is JSON says JSON's own.
    if (format === 'json') JSON.parse(source)
    const document = parseDocument(source, {
      lineCounter: lines,
      uniqueKeys: false,
      schema: format === 'json' ? 'json' : 'core',
    })
    const [error] = document.errors
    if (error) return [refusal(error.linePos?.[0].line ?? 1, unreadable(format))]
    if (!document.contents) return []
    return entriesOf(document.contents as Node, (node) => lines.linePos(node?.range?.[0] ?? 0).line).slice(0, most)
  } catch {
    return [refusal(1, unreadable(format))]
  }
}

type LineOf = (node: Node | null | undefined) => number

function entriesOf(root: Node, lineOf: LineOf): Entry[] {
  if (isSeq(root)) return root.items.flatMap((item) => ofRecord(item as Node, lineOf))
  if (!isMap(root)) return [refusal(1, 'There are no names here: it has to be a list, or names with values.')]
  const inner = mapIn(root, 'data')
  if (inner && root.items.every((pair) => nameOf(pair) !== null)) {
    const wrapped = mapIn(inner, 'data')
    return entriesOf(wrapped && inner.has('metadata') ? wrapped : inner, lineOf)
  }
  const fields = root.get('fields', true)
  if (isSeq(fields)) return fields.items.flatMap((item) => ofRecord(item as Node, lineOf))
  return root.items.map((pair) => ofPair(pair as Pair<Node, Node | null>, lineOf))
}

/** `NAME: value`, or `NAME: { computed: value }`. */
function ofPair(pair: Pair<Node, Node | null>, lineOf: LineOf): Entry {
  const line = lineOf(pair.key)
  const name = nameOf(pair)
  if (name === null) return refusal(line, 'This name is no text.')
  if (isMap(pair.value)) {
    const value = valueIn(pair.value, VALUE)
    return value === null
      ? { line, name, problem: 'This is a group of names, not a value. Import it by itself.' }
      : { line, name, value }
  }
  return withValue(line, name, pair.value)
}

/** `{ key: NAME, value: … }`; or an item, with such fields in it. */
function ofRecord(item: Node, lineOf: LineOf): Entry[] {
  const line = lineOf(item)
  if (!isMap(item)) return [refusal(line, 'This is no record with a name and a value.')]
  const fields = item.get('fields', true)
  if (isSeq(fields)) return fields.items.flatMap((field) => ofRecord(field as Node, lineOf))
  const name = valueIn(item, NAME)
  if (!name) return [refusal(line, 'This record has no name.')]
  const found = VALUE.find((each) => item.has(each))
  return [found ? withValue(line, name, item.get(found, true) as Node | null) : { line, name, value: '' }]
}

function withValue(line: number, name: string, node: Node | null | undefined): Entry {
  if (isAlias(node)) return { line, name, problem: 'The value stands elsewhere in the file. Write it here.' }
  const value = textOf(node)
  return value === null ? { line, name, problem: 'This is a list, not a value.' } : { line, name, value }
}

/** A number stays as it was written. */
function textOf(node: Node | null | undefined): string | null {
  if (node === null || node === undefined) return ''
  if (!isScalar(node)) return null
  if (node.value === null) return ''
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
}

function nameOf(pair: unknown): string | null {
  return isPair(pair) && isScalar(pair.key) && pair.key.value !== null
    ? String(pair.key.source ?? pair.key.value)
    : null
}

function mapIn(map: YAMLMap, name: string): YAMLMap | null {
  const found = map.get(name, true)
  return isMap(found) ? found : null
}

function valueIn(map: YAMLMap, names: string[]): string | null {
  const found = names.find((each) => map.has(each))
  return found ? textOf(map.get(found, true) as Node | null) : null
}

function refusal(line: number, problem: string): Entry {
  return { line, name: null, problem }
}

function unreadable(format: 'json' | 'yaml'): string {
  return `From here on it cannot be read as ${format === 'json' ? 'JSON' : 'YAML'}.`
}
