import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Events } from '#lib/jobs/events'
import type { Queue } from '#lib/jobs/queue'
import { QUEUES } from '#lib/jobs/queues'
import { eventually } from '../support/eventually.ts'
import { type LabWorld, openLabWorld } from './lab-world.ts'

let open: LabWorld
beforeEach(async () => {
  open = await openLabWorld()
})
afterEach(() => open.close())

const watching = QUEUES.filter(({ name }) => name === 'status.watch')
const statusHosts = () => open.lab.requests.filter(({ server }) => /status/.test(server)).length

it('the product asks the status pages by itself, and tells whoever listens what changed', async () => {
  const heard: Events['status.changed'][] = []
  const listener: Queue<Events['status.changed']> = {
    name: 'test.listener',
    on: 'status.changed',
    atOnce: 1,
    lookEverySeconds: 1,
    withinSeconds: 60,
    retries: 0,
    run: async (change) => void heard.push(change),
  }
  open.lab.setStatus('groq', 'outage')
  await open.world.work([...watching, listener as Queue])
  await eventually(() =>
    expect(heard).toContainEqual({ provider: 'groq', from: 'unknown', to: 'outage', at: expect.any(String) }),
  )
  const page = await open.world.db.statusPage.findFirst({ where: { url: { contains: 'groqstatus.com' } } })
  expect(page).not.toBeNull()
})

it('asks nobody where the operator has it off', async () => {
  open.world.runtime.env.watchesStatusPages = false
  await open.world.work([...watching])
  await sleep(2500)
  expect(statusHosts()).toBe(0)
})
