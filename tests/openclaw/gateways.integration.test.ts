import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKey } from '#lib/keys/create-key'
import { replaceValue } from '#lib/keys/replace-value'
import { connectGateway } from '#lib/openclaw/connect-gateway'
import { disconnectGateway } from '#lib/openclaw/disconnect-gateway'
import { listGateways } from '#lib/openclaw/list-gateways'
import { tellChanges } from '#lib/openclaw/tell-changes'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World, type WorldMember, type WorldProject } from '../support/world.ts'

const TOKEN = randomKey('gateway-')

/** Speaks as the plugin admin-http-rpc does: docs/plugins/admin-http-rpc.md of openclaw 2026.9.6. */
function startGateway(asked: { method: string; params: Record<string, unknown> }[]) {
  const state = { hash: 'hash-1', isAway: false }
  const server = createServer(async (request, response) => {
    const chunks = await Array.fromAsync(request)
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ id: 'x', ...body }))
    if (state.isAway) return answer(503, { ok: false, error: { code: 'UNAVAILABLE', message: 'starting' } })
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return answer(401, { ok: false })
    const call = JSON.parse(Buffer.concat(chunks).toString())
    asked.push(call)
    if (call.method === 'config.get') return answer(200, { ok: true, payload: { hash: state.hash, config: {} } })
    if (call.params.baseHash !== state.hash)
      return answer(400, { ok: false, error: { code: 'INVALID_REQUEST', message: 'stale' } })
    state.hash = `hash-${asked.length}`
    answer(200, { ok: true, payload: {} })
  })
  return { server, state }
}

describe('a gateway', () => {
  let world: World
  let project: WorldProject
  let manager: WorldMember
  let server: Server
  let state: ReturnType<typeof startGateway>['state']
  let url: string
  let keyId: string
  const asked: { method: string; params: Record<string, unknown> }[] = []

  beforeAll(async () => {
    ;({ server, state } = startGateway(asked))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    world = await freshWorld({ CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1' })
    project = await world.project()
    manager = await world.member('member', { [project.production]: 'manager' })
    const place = { project: project.slug, environment: 'production' }
    keyId = (await createKey(world.operator, { ...place, name: 'A_KEY', provider: 'openai', value: randomKey() })).id
  })
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    await world.close()
  })

  const place = () => ({ project: project.slug, environment: 'production' })
  const connect = (more = {}) =>
    connectGateway(manager.ctx, { ...place(), name: 'gateway', url, token: TOKEN, ...more })
  const revisions = () =>
    asked
      .filter(({ method }) => method === 'config.patch')
      .map(({ params }) => JSON.parse(String(params.raw)).secrets.providers.claviger.env.CLAVIGER_REVISION)

  it('that does not take it is not kept, and the answer says why', async () => {
    await expect(connect({ token: 'wrong' })).rejects.toThrow(/refuses the token.*Nothing was kept/)
    await expect(connect({ url: 'http://127.0.0.1:9' })).rejects.toThrow(/Nothing was kept/)
    await expect(connect({ url: 'http://169.254.169.254' })).rejects.toThrow(/Nothing was kept/)
    expect(await world.db.openClawGateway.count()).toBe(0)
  })

  it('is told of each change once, again after it was away, and no more when it was disconnected', async () => {
    const { id, isCurrent } = await connect()
    expect([isCurrent, revisions().length]).toEqual([true, 1])
    await tellChanges()
    expect(revisions()).toHaveLength(1)

    await replaceValue(manager.ctx, keyId, { value: randomKey(), reason: 'rotated' })
    expect((await listGateways(manager.ctx, place())).items[0]).toMatchObject({ isCurrent: false, problem: null })
    await tellChanges()
    expect((await listGateways(manager.ctx, place())).items[0]).toMatchObject({ isCurrent: true, problem: null })
    expect(new Set(revisions()).size).toBe(2)

    state.isAway = true
    await replaceValue(manager.ctx, keyId, { value: randomKey(), reason: 'rotated' })
    await tellChanges()
    const [away] = (await listGateways(manager.ctx, place())).items
    expect(away).toMatchObject({ isCurrent: false, problem: 'The gateway answered with HTTP 503: starting.' })
    state.isAway = false
    await tellChanges()
    expect(revisions()).toHaveLength(2)
    await tellChanges(new Date(Date.now() + 61_000))
    expect((await listGateways(manager.ctx, place())).items[0]).toMatchObject({ isCurrent: true, problem: null })
    expect(revisions()).toHaveLength(3)

    await disconnectGateway(manager.ctx, id)
    await replaceValue(manager.ctx, keyId, { value: randomKey(), reason: 'rotated' })
    await tellChanges()
    expect(revisions()).toHaveLength(3)
  })

  it('keeps its token sealed, and says it to nobody', async () => {
    const gateway = await connect()
    const row = await world.db.openClawGateway.findUniqueOrThrow({ where: { id: gateway.id } })
    expect(Buffer.from(row.sealed).includes(TOKEN)).toBe(false)
    expect(JSON.stringify([gateway, await listGateways(manager.ctx, place())])).not.toContain(TOKEN)
    for (const { body } of await world.events()) expect(body).not.toContain(TOKEN)
    // Moved to another row it does not open: the gateway is not told, and the list says why.
    const other = await connect()
    await world.db.openClawGateway.update({ where: { id: other.id }, data: { sealed: row.sealed, toldTag: 'old' } })
    await world.db.openClawGateway.delete({ where: { id: gateway.id } })
    await tellChanges()
    const [moved] = (await listGateways(manager.ctx, place())).items
    expect(moved?.problem).toMatch(/does not open/)
  })
})
