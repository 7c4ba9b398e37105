/*
 * Makes the three files of a new provider, and their lines in the lists:
 *
 *   npm run new:provider -- acme --name "Acme" --base-url https://api.acme.com/v1 --variable ACME_API_KEY
 *
 * What it writes passes the catalogue's test and knows nothing yet: the facts are filled in from the provider's documentation.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { answerCases, labProvider, type NewProvider, product } from './provider-templates.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const USAGE =
  'Give an id and where it is: npm run new:provider -- acme --name "Acme" --base-url https://api.acme.com/v1 [--variable ACME_API_KEY]'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { name: { type: 'string' }, 'base-url': { type: 'string' }, variable: { type: 'string' } },
})
const [id = ''] = positionals
const url = URL.parse(values['base-url'] ?? '')
if (!/^[a-z][a-z0-9-]{1,40}$/.test(id) || !values.name || url?.protocol !== 'https:') stop(USAGE)

const constant = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const one: NewProvider = {
  id,
  constant,
  name: values.name,
  baseUrl: url.href.replace(/\/+$/, ''),
  host: url.hostname,
  basePath: url.pathname.replace(/\/+$/, ''),
  variable: values.variable ?? `${id.replaceAll('-', '_').toUpperCase()}_API_KEY`,
}
const files = {
  [`lib/providers/${id}.ts`]: product(one),
  [`tests/lab/providers/${id}.ts`]: labProvider(one),
  [`tests/pairing/answer-cases/${id}.ts`]: answerCases(one),
}
const taken = Object.keys(files).find((file) => existsSync(path.join(ROOT, file)))
if (taken) stop(`${taken} is there already. Nothing was changed.`)

for (const [file, text] of Object.entries(files)) {
  mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true })
  writeFileSync(path.join(ROOT, file), text)
}
const cases = `${id.replaceAll('-', '_').toUpperCase()}_CASES`
addLine('lib/providers/catalog.ts', `import { ${constant} } from './${id}.ts'`, `  ${constant},`)
addLine('tests/lab/providers/all.ts', `import { ${constant} } from './${id}.ts'`, `  ${constant},`)
addLine('tests/pairing/answer-cases.ts', `import { ${cases} } from './answer-cases/${id}.ts'`, `  ...${cases},`)
process.stdout.write(`Made ${Object.keys(files).join(', ')}, and their lines in the lists.
Fill them in from the documentation of ${one.name}, then: npm run format && npm test -- providers
`)

/** The import goes to the top, the entry to the end of the last list; the formatter puts imports in order. */
function addLine(file: string, imported: string, entry: string): void {
  const whole = readFileSync(path.join(ROOT, file), 'utf8')
  const end = whole.lastIndexOf('\n]')
  if (end < 0) stop(`${file} holds no list any more. Add this line by hand: ${entry.trim()}`)
  writeFileSync(path.join(ROOT, file), `${imported}\n${whole.slice(0, end)}\n${entry}${whole.slice(end)}`)
}

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
