import type { Flow } from './flow.ts'

/** Scoped keys, fetches, links, exports, OpenClaw: what hands values out, and what refuses to. */
export async function plantInDistribution({ app, api, nest, place, keep }: Flow, keyId: string): Promise<void> {
  const make = async (more = {}) => {
    const { json } = await api('POST', '/scoped-keys', { body: { ...place, name: 'a program', ...more } })
    return { id: json.id as string, secret: nest.watch('scoped key', json.secret, 'clv_key_') }
  }
  const program = await make()
  const fetchPath = `/fetch/${place.project}/${place.environment}`
  for (const query of ['', '?format=dotenv', '?format=shell', '?names=STORED', '?values=none', '?include=previous'])
    await api('GET', `${fetchPath}${query}`, { token: program.secret })
  await api('GET', `${fetchPath}?names=${encodeURIComponent(nest.secret('fetched by a name'))}`, {
    token: program.secret,
  })
  await api('GET', `/fetch/${place.project}/production`, { token: program.secret })
  await api('GET', '/scoped-keys/self', { token: program.secret })
  await api('GET', '/scoped-keys', { token: program.secret })
  const { json: rotated } = await api('POST', `/scoped-keys/${program.id}/rotations`, { body: { overlapHours: 1 } })
  nest.watch('rotated scoped key', rotated.secret, 'clv_key_')
  await api('POST', '/scoped-keys', {
    body: { ...place, name: nest.secret('value as the name of a scoped key'), keyNames: [] },
  })
  const resolve = (ids: string[], token = program.secret) =>
    api('POST', '/openclaw/resolve', { token, body: { protocolVersion: 1, provider: 'claviger', ids } })
  await resolve([`${place.environment}/stored`, `${place.environment}/nothing`])
  await resolve([nest.secret('reference that is a value').replace(/[^\w-]/g, '')])
  await api('POST', '/openclaw/plans', { body: place })
  const gateway = { ...place, name: 'gateway', url: 'http://127.0.0.1:9', token: nest.secret('token of a gateway') }
  await api('POST', '/openclaw/gateways', { body: gateway })
  await api('DELETE', `/scoped-keys/${program.id}`)
  await api('GET', fetchPath, { token: program.secret })
  await api('POST', '/scoped-keys/endings', { body: {} })
  await api('GET', '/scoped-keys?state=all')

  await api('POST', '/export', { body: { ...place, reason: 'to look' } })
  await api('POST', '/export', { body: { ...place, format: 'json' } })
  await api('POST', '/value-digests', { body: {} })
  for (const [format, text] of Object.entries({
    json: JSON.stringify({ [nest.key('JSON: where a name belongs')]: 'x', A: [nest.key('JSON: in a list')] }),
    yaml: `A: {B: ${nest.key('YAML: in a group')}}\n${nest.key('YAML: a line of its own')}\n`,
    csv: `key,value\nA,"${nest.key('CSV: behind an open quote')}\n`,
  }))
    await api('POST', '/import', { body: { ...place, format, text, dryRun: true } })

  const rotate = (value: string, more = {}) => api('POST', `/keys/${keyId}/rotations`, { body: { value, ...more } })
  await rotate(nest.key('rotated: refused', 'openai', 'revoked'))
  await rotate(nest.key('rotated: rehearsed'), { rehearse: true })
  const { json: rotation } = await rotate(nest.key('rotated'))
  for (const path of ['', '/completion', '/cancellation'])
    await api(path ? 'POST' : 'GET', `/rotations/${rotation.id}${path}`)

  for (const body of [{ key: keyId }, { value: nest.secret('shared value'), name: 'a value' }]) {
    const { json: share } = await api('POST', '/shares', { body })
    const token = nest.watch('link', new URL(share.url).hash.slice(1), 'clv_shr_')
    for (let time = 0; time < 2; time++) await api('POST', '/shares/openings', { token: null, body: { token } })
  }
  await api('POST', '/shares', { body: { value: 7, name: nest.secret('value as the name of a share') } })
  await api('POST', '/shares/openings', { token: null, body: { token: nest.secret('link that never was') } })
  await api('GET', '/shares')
  const page = await fetch(`${app.baseUrl}/share`)
  keep('share page', { status: page.status, text: await page.text(), headers: page.headers })
}
