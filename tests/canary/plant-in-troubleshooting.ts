import type { Flow } from './flow.ts'

type Walk = Pick<Flow, 'api' | 'lab' | 'nest' | 'place'>

/** Secrets in everything that a search for a fault takes: the value, the application’s settings, answers, logs, other tools’ output. */
export async function plantInTroubleshooting({ api, lab, nest, place }: Walk): Promise<void> {
  const pasted = nest.key('value of a search')
  const { json: own } = await api('POST', '/troubleshooting', {
    body: {
      provider: 'openai',
      value: pasted,
      baseUrl: lab.url('openai'),
      application: { name: `worker ${pasted}`, baseUrl: `https://x.example/${pasted}`, environment: pasted },
    },
  })
  await api('POST', `/troubleshooting/${own.id}/test`, { body: { value: nest.key('value of a second test') } })
  await api('POST', '/troubleshooting', { body: { key: nest.key('value as the id of a key') } })
  for (const [index, value] of [nest.key('key of a search'), nest.secret('odd key of a search')].entries()) {
    const provider = index === 0 ? 'openai' : 'openai-compatible'
    const name = `SEARCHED_${index}`
    const { json: key } = await api('POST', '/keys', {
      body: { ...place, name, provider, value, baseUrl: lab.url(provider) },
    })
    const { json: made } = await api('POST', '/troubleshooting', { body: { key: key.id } })
    await pasteInto(`/troubleshooting/${made.id}`, value, { api, lab, nest, place })
  }
}

async function pasteInto(record: string, value: string, { api, nest }: Walk): Promise<void> {
  const foreign = nest.key('key of another company in a log', 'anthropic')
  const json = JSON.stringify({
    error: { message: `refused ${value}`, token: value },
    authorization: `Bearer ${foreign}`,
  })
  const text = `GET /v1?key=${encodeURIComponent(value)} HTTP/1.1\nAuthorization: Bearer ${foreign}\n${json}\nsaid ${value} and ${foreign}\n`
  const answers = { 'basics.message': text, 'network.same_network': 'other', 'support.sent': foreign, [foreign]: 'yes' }
  for (const [id, answer] of Object.entries(answers))
    await api('PATCH', record, { body: { answers: { [id]: answer } } })
  await api('PATCH', record, {
    body: {
      application: { name: value, model: foreign, apiVersion: foreign, baseUrl: `https://${foreign}@x.example/` },
    },
  })
  for (const headers of [{ 'content-type': 'text/plain' }, { 'content-type': 'application/x-ndjson' }])
    await api('POST', `${record}/logs`, { text, headers })
  const intercepted = `TypeError: fetch failed ${value}\n  [cause]: Error: self-signed certificate in certificate chain ${foreign}\n    code: 'SELF_SIGNED_CERT_IN_CHAIN'\n`
  await api('POST', `${record}/logs`, { text: intercepted, headers: { 'content-type': 'text/plain' } })
  await api('POST', `${record}/own-answers`, { body: { output: `HTTP/1.1 401 No\r\nx-echo: ${value}\r\n\r\n${json}` } })
  await api('POST', `${record}/own-answers`, {
    body: { output: `curl: (6) Could not resolve host: ${foreign} ${value}` },
  })
  await api('POST', `${record}/own-answers`, { body: { status: 200, headers: { [value]: foreign }, body: text } })
  const { json: offer } = await api('POST', `${record}/value-proofs`)
  await api('POST', `${record}/value-proofs/${offer.id}/comparison`, { body: { proof: value } })
  await api('POST', `${record}/value-proofs/${foreign}/comparison`, { body: { proof: '0'.repeat(64) } })
  for (const format of ['curl', 'httpie', 'postman', 'insomnia', foreign])
    await api('GET', `${record}/requests?format=${format}`)
  await api('POST', `${record}/test`, { headers: { accept: 'text/event-stream' } })
  await api('GET', record)
  await api('GET', `/troubleshooting?key=${encodeURIComponent(value)}`)
  await api('GET', `/network/allowlist?provider=${foreign}`)
}
