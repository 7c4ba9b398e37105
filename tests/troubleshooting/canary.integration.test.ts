import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeNest } from '../canary/nest.ts'
import { plantInTroubleshooting } from '../canary/plant-in-troubleshooting.ts'
import { searchFor } from '../canary/search-for.ts'
import { type Lab, startLab } from '../lab/start-lab.ts'
import type { ApiClient } from '../support/api-client.ts'
import { callRoute } from '../support/call-route.ts'
import { freshWorld, type World } from '../support/world.ts'

let world: World
let lab: Lab
beforeAll(async () => {
  lab = await startLab()
  world = await freshWorld({
    CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1',
    CLAVIGER_DNS_COMPARE: '',
    CLAVIGER_CONTROL_HOSTS: '',
  })
})
afterAll(async () => {
  await world.close()
  await lab.stop()
})

it('no secret that anybody pastes into a search comes back, is kept, or stands in an event', async () => {
  const project = await world.project()
  const token = await world.token((await world.member('owner')).id)
  const nest = makeNest(lab)
  const statuses: string[] = []
  const answers: string[] = []
  const api: ApiClient = async (method, path, { body, text, headers } = {}) => {
    const call = { token, body, ...(text === undefined ? {} : { text }), ...(headers && { headers }) }
    const response = await callRoute(method as 'GET', path, call)
    const said = await response.text()
    statuses.push(`${method} ${response.status}`)
    answers.push(said, JSON.stringify([...response.headers]))
    const isJson = response.headers.get('content-type')?.includes('json')
    return {
      status: response.status,
      headers: response.headers,
      text: said,
      json: isJson ? JSON.parse(said) : undefined,
    }
  }
  await plantInTroubleshooting({ api, lab, nest, place: { project: project.slug, environment: 'development' } })
  expect(statuses.filter((status) => /20[01]$/.test(status)).length).toBeGreaterThan(25)
  expect(nest.canaries.length).toBeGreaterThan(6)
  const kept = [
    await world.db.troubleshooting.findMany(),
    await world.db.valueProof.findMany(),
    await world.db.pairing.findMany(),
    (await world.events()).map(({ body }) => body),
  ]
  const hits = [...answers, JSON.stringify(kept)].flatMap((haystack) => searchFor(nest.canaries)(haystack))
  expect(hits.map(({ canary, form, before }) => `${canary} (${form}) after ${before.slice(-80)}`)).toEqual([])
})
