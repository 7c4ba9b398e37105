import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { createSecureContext } from 'node:tls'
import { readPolicy } from '#lib/outbound/policy'
import { runPairing } from '#lib/pairing/run-pairing'
import { findProvider } from '#lib/providers/catalog'
import { makeLabCertificates } from '../lab/tls/lab-certificates.ts'
import { HOSTS, OTHER_RESOLVER, RESOLVER, SCENARIOS, type Scenario, type ScenarioName } from './scenarios.ts'
import { startDns } from './start-dns.ts'

/**
 * Runs inside a network namespace of its own: builds the network of one scenario out of real resolvers, routes and TLS
 * servers, tests one key in it, and writes the result to standard output.
 */
const [name = '', value = '', authorities = ''] = process.argv.slice(2)
const scenario: Scenario = SCENARIOS[name as ScenarioName]
const ip = (command: string) => execFileSync('ip', command.split(' '))

ip('link set lo up')
for (const command of scenario.routes ?? []) ip(command)
const up = scenario.up ?? Object.values(HOSTS)
for (const address of [...up, OTHER_RESOLVER]) ip(`addr add ${address}/${address.includes(':') ? 128 : 32} dev lo`)

const certificates = makeLabCertificates(['127.0.0.1'])
writeFileSync(authorities, certificates.ca)
for (const address of up) await startHost(address)
await startDns(RESOLVER, scenario.resolver.zone, scenario.resolver.other)
await startDns(OTHER_RESOLVER, scenario.compare ?? {})

const provider = findProvider('openai')
if (!provider) throw new Error('The catalogue has no OpenAI')
const policy = readPolicy({
  outboundAllow: [],
  noProxy: [],
  extraCaCerts: authorities,
  dnsCompare: [OTHER_RESOLVER],
  controlHosts: ['control.example.com'],
})
const result = await runPairing({ provider, value, trigger: 'manual' }, { policy })
process.stdout.write(JSON.stringify(result), () => process.exit(0))

/** Answers as OpenAI does, to whoever holds the value. */
async function startHost(address: string): Promise<void> {
  const { forName, ...identity } = certificates.good
  const server = createServer(
    {
      ...identity,
      SNICallback: (host, done) => done(null, createSecureContext(forName?.(host) ?? identity)),
    },
    (request, response) => {
      const isGood = request.headers.authorization === `Bearer ${value}`
      response.writeHead(isGood ? 200 : 401, { 'content-type': 'application/json' })
      response.end(JSON.stringify(isGood ? { object: 'list', data: [{ id: 'gpt-5', object: 'model' }] } : {}))
    },
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(443, address, resolve)
  })
}
