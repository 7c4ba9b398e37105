import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomKey } from '../support/random-key.ts'
import { openScreen, type Screen } from '../support/screen.ts'
import { shown } from '../support/shown.ts'

const VALUE = randomKey()

describe('scoped keys', () => {
  let screen: Screen
  beforeAll(async () => {
    screen = await openScreen()
    await screen.api('POST', '/projects', { body: { name: 'Assistant' } })
    for (const environment of ['development', 'production'])
      await screen.api('POST', '/keys', {
        body: { project: 'assistant', environment, name: 'OPENAI_API_KEY', provider: 'openai', value: VALUE },
      })
  })
  afterAll(() => screen?.close())

  const fetchWith = async (secret: string, environment: string) => {
    const response = await fetch(`${screen.app.baseUrl}/api/v1/fetch/assistant/${environment}`, {
      headers: { authorization: `Bearer ${secret}` },
    })
    return { status: response.status, body: await response.json() }
  }

  it('are made in two clicks, copied without being shown, and reach development alone', async () => {
    const page = await screen.enter()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto('/scoped-keys')
    await shown(page, 'No program has a scoped key').waitFor()
    await page.getByRole('button', { name: 'New scoped key' }).click()
    await page.getByRole('button', { name: 'Make scoped key' }).click()
    const dialog = page.getByRole('dialog', { name: 'Copy the scoped key' })
    await dialog.getByRole('button', { name: 'Value' }).click()
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    await expect.poll(copied).toMatch(/^clv_key_/)
    const secret = await copied()
    expect(await page.content()).not.toContain(secret)
    await dialog.getByRole('button', { name: '.env' }).click()
    await expect.poll(copied).toBe(`CLAVIGER_TOKEN='${secret}'`)
    await page.evaluate(() => navigator.clipboard.writeText(''))

    const { status, body } = await fetchWith(secret, 'development')
    expect([status, body.values.OPENAI_API_KEY.value]).toEqual([200, VALUE])
    expect((await fetchWith(secret, 'production')).status).toBe(404)

    await dialog.getByRole('button', { name: 'Done' }).click()
    await page.reload()
    const row = page.getByRole('row', { name: /laptop/ })
    await row.getByText('assistant / development').waitFor()
    await row.getByText('127.0.0.1').waitFor()
    await row.getByRole('button', { name: /^End / }).click()
    await page.getByRole('button', { name: 'End scoped key' }).click()
    await shown(page, 'No program has a scoped key').waitFor()
    expect((await fetchWith(secret, 'development')).status).toBe(401)
    await page.context().close()
  })

  it('of production ask why, live as long as an admin says, and keep what was typed when they are refused', async () => {
    const page = await screen.enter()
    await page.goto('/settings?tab=projects')
    const environment = page.getByRole('listitem').filter({ hasText: 'production' })
    await environment.getByRole('button', { name: 'Change production' }).click()
    await page.getByRole('menuitem', { name: 'Limit scoped keys' }).click()
    await page.getByRole('combobox', { name: 'Live at most' }).click()
    await page.getByRole('option', { name: '7 days' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await shown(page, 'Scoped keys of production: 7 days at most').waitFor()

    await page.goto('/scoped-keys')
    await page.getByRole('button', { name: 'New scoped key' }).click()
    await page.getByRole('combobox', { name: 'Environment' }).click()
    await page.getByRole('option', { name: /Production/ }).click()
    await page.getByLabel('Name').fill('deploy job')
    await page.getByRole('button', { name: 'Make scoped key' }).click()
    await shown(page, /say what the key is for/).waitFor()
    expect(await page.getByLabel('Name').inputValue()).toBe('deploy job')
    await page.getByLabel('Reason').fill('reads its keys at start')
    await page.getByRole('button', { name: 'Make scoped key' }).click()
    await page.getByRole('dialog', { name: 'Copy the scoped key' }).getByRole('button', { name: 'Done' }).click()
    const row = page.getByRole('row', { name: /deploy job/ })
    await row.getByText('assistant / production').waitFor()
    await row.getByRole('button', { name: 'Rotate deploy job' }).click()
    await page.getByLabel('Reason').fill('was seen by somebody')
    await page.getByRole('button', { name: 'Make a new secret' }).click()
    await page.getByRole('dialog', { name: 'Copy the new secret' }).waitFor()
    await page.context().close()
  })

  it('can be read in light, in dark, on a phone and by everyone', async () => {
    await screen.lookAt({ 'scoped-keys': '/scoped-keys' })
  })
})
