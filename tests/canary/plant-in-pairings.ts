import { apiClient } from '../support/api-client.ts'
import type { Flow } from './flow.ts'

/** Every answer of every provider in the lab; another person for each hundred, for each may test 120 a minute. */
export async function plantInTestedValues({ app, lab, nest, keep }: Flow): Promise<void> {
  const cases = lab.providerIds.flatMap((id) =>
    ['valid', ...lab.scenarios(id).map(({ name }) => name)].map((name) => ({ id, name })),
  )
  for (let from = 0; from < cases.length; from += 100) {
    const api = apiClient(app.baseUrl, await app.token(), (where, answer) => keep(where, answer))
    await inParallel(8, cases.slice(from, from + 100), async ({ id, name }, index) => {
      const value = nest.key(`tested: ${id} ${name}`, id, name)
      const headers: Record<string, string> = index % 3 === 0 ? { accept: 'text/event-stream' } : {}
      await api('POST', '/pairings', {
        body: { provider: id.replace(/-public$/, ''), value, baseUrl: lab.url(id) },
        headers,
      })
    })
  }
}

/** Stored keys against hostile servers, broken TLS and dead ports, and values at addresses that hold them. */
export async function plantInTestedKeys({ api, lab, nest, place }: Flow): Promise<void> {
  const bases = [
    ...Object.values(lab.hostile),
    ...Object.values(lab.tls),
    ...Object.values(lab.ports).map((port) => `http://127.0.0.1:${port}/v1`),
    'http://169.254.169.254/v1',
    'https://name.invalid/v1',
  ]
  await inParallel(12, bases, async (baseUrl, index) => {
    const value = nest.key(`tested at ${baseUrl.replace(/^\w+:\/\/[^/]+/, '')}`)
    const { json } = await api('POST', '/keys', {
      body: { ...place, name: `HOSTILE_${index}`, provider: 'openai', value, baseUrl },
    })
    await api('POST', `/keys/${json.id}/pairings`)
  })
  const inAddress = nest.key('in its own address')
  await api('POST', '/pairings', {
    body: { provider: 'openai', value: inAddress, baseUrl: `${lab.url('openai')}/${inAddress}` },
  })
  await api('POST', '/pairings', {
    body: { provider: 'openai', value: nest.key('to the wrong company', 'anthropic'), baseUrl: lab.url('openai') },
  })
  await api('POST', '/pairings', {
    body: { provider: 'openai', value: `Bearer ${nest.key('after Bearer')}`, baseUrl: lab.url('openai') },
  })
}

async function inParallel<T>(
  width: number,
  items: T[],
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const worker = async () => {
    for (let at = next++; at < items.length; at = next++) await work(items[at] as T, at)
  }
  await Promise.all(Array.from({ length: width }, worker))
}
