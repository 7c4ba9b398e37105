import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Lab, startLab } from '../lab/start-lab.ts'
import { type ApiClient, apiClient } from '../support/api-client.ts'
import { type App, startApp } from '../support/app.ts'
import { eventually } from '../support/eventually.ts'

describe('a program that fetches and calls its provider all the time', () => {
  let app: App
  let lab: Lab
  let api: ApiClient

  beforeAll(async () => {
    lab = await startLab()
    app = await startApp()
    api = apiClient(app.baseUrl, await app.token())
  })
  afterAll(async () => {
    await app?.stop()
    await lab?.stop()
  })

  it('sees no failure while its key is rotated, and is named until it has moved', async () => {
    const account = lab.keyApi('openai')
    const first = account.ledger.mint('made by hand', { kind: 'serviceAccount' }).value
    await api('POST', '/projects', { body: { name: 'Assistant' } })
    const place = { project: 'assistant', environment: 'development' }
    const common = { ...place, provider: 'openai', baseUrl: lab.url('openai') }
    const { json: key } = await api('POST', '/keys', { body: { ...common, name: 'OPENAI_API_KEY', value: first } })
    const { json: maker } = await api('POST', '/keys', {
      body: { ...common, name: 'MAKER', value: account.credential, purpose: 'rotation' },
    })
    const automation = { maker: maker.id, settings: account.api.settings, baseUrl: account.url }
    expect((await api('PUT', `/keys/${key.id}/automation`, { body: automation })).status).toBe(200)
    const { json: program } = await api('POST', '/scoped-keys', { body: { ...place, name: 'billing-worker' } })

    let isRunning = true
    let holdsBack = true
    const failures: string[] = []
    const values = new Set<string>()
    const take = async () => {
      const answer = await fetch(`${app.baseUrl}/api/v1/fetch/assistant/development?names=OPENAI_API_KEY`, {
        headers: { authorization: `Bearer ${program.secret}` },
      })
      return (await answer.json()).values.OPENAI_API_KEY.value as string
    }
    const client = (async () => {
      let value = await take()
      while (isRunning) {
        // For a while it goes on with what it has, as programs do between two fetches.
        if (!holdsBack) value = await take()
        values.add(value)
        const { status } = await fetch(`${lab.url('openai')}/models`, { headers: { authorization: `Bearer ${value}` } })
        if (status !== 200) failures.push(`HTTP ${status}`)
        await sleep(20)
      }
    })()

    const { json: rotation } = await api('POST', `/keys/${key.id}/rotations`, { body: { overlapHours: 1 } })
    const look = async () => (await api('GET', `/rotations/${rotation.id}`)).json
    await eventually(async () => expect((await look()).state).toBe('draining'), 30_000)
    expect((await look()).drain).toEqual([
      expect.objectContaining({ consumer: expect.objectContaining({ name: 'billing-worker' }), hasMoved: false }),
    ])
    await sleep(1000)
    holdsBack = false
    await eventually(async () => expect((await look()).drain[0].hasMoved).toBe(true))
    await api('POST', `/rotations/${rotation.id}/completion`, { body: {} })
    await eventually(async () => expect((await look()).state).toBe('completed'), 30_000)
    await sleep(500)
    isRunning = false
    await client
    expect(failures).toEqual([])
    expect(values.size).toBe(2)
    expect(account.ledger.live()).toHaveLength(1)
  })
})
