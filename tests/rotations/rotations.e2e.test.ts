import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findProvider } from '#lib/providers/catalog'
import { randomKey } from '../support/random-key.ts'
import { openScreen, type Screen } from '../support/screen.ts'
import { shown } from '../support/shown.ts'

const letters = (length: number) => randomKey('').repeat(8).slice(0, length)
const mint = () => findProvider('openai')?.keyFormats[0]?.example(letters) ?? ''

describe('rotating a key by hand', () => {
  let screen: Screen
  let provider: Server
  let keyId: string
  const [first, second] = [mint(), mint()]
  const live = new Set([first, second])

  beforeAll(async () => {
    provider = createServer((request, response) => {
      const isLive = live.has(request.headers.authorization?.replace('Bearer ', '') ?? '')
      const error = { message: 'Incorrect API key provided.', type: 'invalid_request_error', code: 'invalid_api_key' }
      const body = isLive ? { object: 'list', data: [] } : { error }
      response.writeHead(isLive ? 200 : 401, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
    await new Promise<void>((done) => provider.listen(0, '127.0.0.1', done))
    const baseUrl = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/v1`
    screen = await openScreen()
    await screen.api('POST', '/projects', { body: { name: 'Assistant' } })
    const key = { project: 'assistant', environment: 'development', name: 'OPENAI_API_KEY', provider: 'openai' }
    keyId = (await screen.api('POST', '/keys', { body: { ...key, value: first, baseUrl } })).json.id
  })
  afterAll(async () => {
    provider?.close()
    await screen?.close()
  })

  it('rehearses, switches, shows who has moved, and ends when the old value is proven dead', async () => {
    const { json: program } = await screen.api('POST', '/scoped-keys', {
      body: { project: 'assistant', environment: 'development', name: 'build server' },
    })
    const fetched = () =>
      fetch(`${screen.app.baseUrl}/api/v1/fetch/assistant/development`, {
        headers: { authorization: `Bearer ${program.secret}` },
      })
    await fetched()
    const page = await screen.enter()
    await page.goto(`/keys/${keyId}`)
    await page.getByRole('button', { name: 'Rotate' }).click()
    await page.getByLabel('New value').fill(mint())
    await page.getByRole('button', { name: 'Rotate', exact: true }).last().click()
    await shown(page, 'Nothing was changed.').waitFor()
    await page.getByLabel('New value').fill(second)
    await page.getByRole('button', { name: 'Rehearse' }).click()
    await shown(page, 'It would work: its provider accepts it.').waitFor()
    await page.getByRole('button', { name: 'Rotate', exact: true }).last().click()
    await shown(page, 'version 2 is current, version 1 is draining').waitFor()
    await shown(page, '0 of 1 have the new value').waitFor()
    await fetched()
    await shown(page, '1 of 1 have the new value').waitFor()
    await page.getByRole('button', { name: 'Prove the old value dead' }).click()
    await shown(page, /still works at its provider/).waitFor()
    await screen.lookAt({ 'key-draining': `/keys/${keyId}` })
    live.delete(first)
    await page.getByRole('button', { name: 'Prove the old value dead' }).click()
    await shown(page, /is proven dead/).waitFor()
    await expect.poll(() => page.getByText('is draining').count()).toBe(0)
    await page.getByRole('tab', { name: 'Versions' }).click()
    await page.getByRole('row', { name: /Revoked/ }).waitFor()
    expect(await page.content()).not.toContain(second)
    await page.context().close()
  })
})
