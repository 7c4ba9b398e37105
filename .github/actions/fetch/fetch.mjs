/* Every value is masked in the log before it is given to a step. Runs on the runner's own Node.js, without installing anything. */
import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'

const { CLAVIGER_URL, CLAVIGER_TOKEN, CLAVIGER_PROJECT, CLAVIGER_ENVIRONMENT, CLAVIGER_NAMES, GITHUB_ENV } = process.env

const say = (line) => process.stdout.write(`${line}\n`)
const fail = (sentence) => {
  say(`::error::${sentence}`)
  process.exit(1)
}

const path = ['api', 'v1', 'fetch', CLAVIGER_PROJECT, CLAVIGER_ENVIRONMENT].map(encodeURIComponent).join('/')
const url = new URL(`/${path}`, CLAVIGER_URL)
if (CLAVIGER_NAMES) url.searchParams.set('names', CLAVIGER_NAMES)
const answer = await fetch(url, { headers: { authorization: `Bearer ${CLAVIGER_TOKEN}` } }).catch((error) =>
  fail(`Claviger is not reachable at ${url.origin}: ${error.cause?.code ?? error.message}.`),
)
const body = await answer.json().catch(() => fail(`What answers at ${url.origin} is not Claviger.`))
if (!answer.ok) fail(body.detail)

for (const [name, { value }] of Object.entries(body.values)) {
  for (const line of value.split(/\r?\n/).filter(Boolean)) say(`::add-mask::${line}`)
  const end = randomUUID()
  appendFileSync(GITHUB_ENV, `${name}<<${end}\n${value}\n${end}\n`)
}
say(`${Object.keys(body.values).join(', ') || 'No key'} of ${CLAVIGER_PROJECT}/${CLAVIGER_ENVIRONMENT}`)
