import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEnv } from '#lib/env'
import { readPolicy } from '#lib/outbound/policy'
import { parseOutput } from '#lib/own-answers/parse-output'
import { readOwnAnswer } from '#lib/own-answers/read-own-answer'
import { shownKey } from '#lib/pairing/pairing-input'
import { readAnswer } from '#lib/pairing/read-answer'
import { runPairing } from '#lib/pairing/run-pairing'
import { catalog } from '#lib/providers/catalog'
import { writeRequest } from '#lib/request-exports/write-request'
import { providers as inLab } from '../lab/providers/all.ts'
import { type Lab, startLab } from '../lab/start-lab.ts'

const run = promisify(execFile)
let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.stop())

const policy = () => {
  const env = readEnv({
    NODE_ENV: 'test',
    CLAVIGER_DATA_DIR: '/nowhere',
    CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1',
    CLAVIGER_DNS_COMPARE: '',
    CLAVIGER_CONTROL_HOSTS: '',
  })
  return readPolicy({ ...env, controlHosts: [] })
}
const ofCatalogue = catalog.filter(({ id }) => inLab.some((each) => each.id === id))

describe.each(ofCatalogue.map((provider) => ({ id: provider.id, provider })))('$id', ({ provider }) => {
  it.each(['valid', 'unknown'])(
    'with a key that is %s: real curl sends what a pairing test sends, and its output reads alike',
    async (kind) => {
      const key = lab.issue(provider.id)
      const value = kind === 'valid' ? key : `${key.slice(0, -4)}${[...key.slice(-4)].reverse().join('')}`
      const baseUrl = lab.url(provider.id)
      const before = lab.requests.length
      const result = await runPairing({ provider, value, baseUrl, trigger: 'troubleshooting' }, { policy: policy() })
      const [ours] = lab.requests.slice(before)
      const names = shownKey({ provider })
        .split(':')
        .map((each) => each.slice(1))
      const pieces = names.length === 1 ? [value] : value.split(':')
      const env = { ...process.env, ...Object.fromEntries(names.map((name, index) => [name, pieces[index] ?? ''])) }
      const at = lab.requests.length
      const { stdout } = await run('sh', ['-c', writeRequest(provider, { baseUrl }, 'curl').text], { env })
      const [theirs] = lab.requests.slice(at)
      if (!ours || !theirs) throw new Error('a request did not arrive')
      const lineOf = ({ method, path, queryNames, server }: typeof ours) => ({ method, path, queryNames, server })
      expect(lineOf(theirs)).toEqual(lineOf(ours))
      const present = provider.proof.authorize(value, { method: 'GET', url: baseUrl, body: undefined, at: new Date() })
      // A signature covers the moment at which it was made, so of that only its form and its id of a key can be the same.
      const isSigned = provider.proof.scheme?.kind === 'aws'
      const expected = isSigned
        ? { ...provider.proof.headers, authorization: `AWS4-HMAC-SHA256 Credential=${pieces[0]}/` }
        : { ...provider.proof.headers, ...present }
      for (const [name, header] of Object.entries(expected)) {
        expect(theirs.headerNames).toContain(name.toLowerCase())
        expect([name, theirs.carried(header)]).toEqual([name, true])
      }
      const own = await readOwnAnswer(provider, parseOutput({ output: stdout }), new URL(baseUrl).host)
      const status = result.stages.find(({ stage }) => stage === 'auth')?.evidence.status
      expect(own.answer?.status).toBe(status)
      if (own.answer) expect(own.verdict).toBe(readAnswer(provider, own.answer, new URL(baseUrl).host).verdict)
      expect(own.verdict === 'paired').toBe(result.verdict === 'paired')
    },
  )
})
