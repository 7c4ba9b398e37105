import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomKey } from '../support/random-key.ts'
import { openScreen, type Screen } from '../support/screen.ts'
import { shown } from '../support/shown.ts'

describe('the page of OpenClaw', () => {
  let screen: Screen
  beforeAll(async () => {
    screen = await openScreen()
    await screen.api('POST', '/projects', { body: { name: 'Assistant' } })
  })
  afterAll(() => screen?.close())

  it('gives the files for the environment that is chosen, makes its scoped key, and tells what OpenClaw was given', async () => {
    const value = randomKey('sk-')
    const key = await screen.api('POST', '/keys', {
      body: { project: 'assistant', environment: 'staging', name: 'OPENAI_API_KEY', provider: 'openai', value },
    })
    const page = await screen.enter()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto('/openclaw')
    await shown(page, 'No key of a model provider here').waitFor()
    await page.getByRole('combobox', { name: 'Environment' }).click()
    await page.getByRole('option', { name: /Staging/ }).click()
    const row = page.getByRole('row', { name: /OPENAI_API_KEY/ })
    await row.getByText('staging/openai-api-key').waitFor()
    await row.getByText('never').waitFor()
    await page.getByRole('button', { name: 'New scoped key' }).click()
    expect(await page.getByLabel('Name').inputValue()).toBe('OpenClaw')
    await page.getByRole('button', { name: 'Make scoped key' }).click()
    const dialog = page.getByRole('dialog', { name: 'Copy the scoped key' })
    await dialog.getByRole('button', { name: 'OpenClaw' }).click()
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    await expect.poll(copied).toMatch(/claviger\.token/)
    const token = /clv_key_\w+/.exec(await copied())?.[0] ?? ''
    await page.evaluate(() => navigator.clipboard.writeText(''))

    const resolved = await fetch(`${screen.app.baseUrl}/api/v1/openclaw/resolve`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ protocolVersion: 1, provider: 'claviger', ids: ['staging/openai-api-key'] }),
    })
    expect((await resolved.json()).values).toEqual({ 'staging/openai-api-key': value })
    await screen.api('POST', `/keys/${key.json.id}/versions`, { body: { value: randomKey('sk-') } })
    await page.reload()
    await page.getByRole('combobox', { name: 'Environment' }).click()
    await page.getByRole('option', { name: /Staging/ }).click()
    await row.getByText('version 1; 2 is current').waitFor()
    expect(await page.content()).not.toContain(value)
    await page.context().close()
  })

  it('can be read in light, in dark, on a phone and by everyone', async () => {
    const value = randomKey('sk-')
    await screen.api('POST', '/keys', {
      body: { project: 'assistant', environment: 'development', name: 'OPENAI_API_KEY', provider: 'openai', value },
    })
    await screen.lookAt({ openclaw: '/openclaw' })
  })
})
