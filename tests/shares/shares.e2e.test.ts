import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomKey } from '../support/random-key.ts'
import { openScreen, type Screen } from '../support/screen.ts'
import { shown } from '../support/shown.ts'

describe('sharing once', () => {
  let screen: Screen
  let keyId: string
  const value = randomKey('sk-')
  beforeAll(async () => {
    screen = await openScreen()
    await screen.api('POST', '/projects', { body: { name: 'Assistant' } })
    const body = { project: 'assistant', environment: 'development', name: 'OPENAI_API_KEY', provider: 'openai', value }
    keyId = (await screen.api('POST', '/keys', { body })).json.id
  })
  afterAll(() => screen?.close())

  it('hands a value to somebody who has no account, and warns of the second try', async () => {
    const page = await screen.enter()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(`/keys/${keyId}`)
    await page.getByRole('button', { name: 'Share once' }).click()
    await page.getByRole('button', { name: 'Make link' }).click()
    await page.getByRole('button', { name: 'Copy link' }).click()
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    await expect.poll(copied).toMatch(/\/share#clv_shr_/)
    const url = await copied()
    await page.evaluate(() => navigator.clipboard.writeText(''))

    const stranger = await (await screen.browser.newContext()).newPage()
    const asked: string[] = []
    stranger.on('request', (request) => asked.push(request.url()))
    await stranger.goto(url)
    await stranger.getByRole('button', { name: 'Open it now' }).click()
    await shown(stranger, 'The link is used up.').waitFor()
    expect(stranger.url()).not.toContain('clv_shr_')
    expect(asked.some((address) => address.includes('clv_shr_'))).toBe(false)
    await stranger.getByRole('button', { name: /Show/ }).click()
    await shown(stranger, value).waitFor()
    await stranger.close()

    const thief = await (await screen.browser.newContext()).newPage()
    await thief.goto(url)
    await thief.getByRole('button', { name: 'Open it now' }).click()
    await shown(thief, /This link was opened before/).waitFor()
    await thief.close()
    await page.goto('/')
    await shown(page, 'A link that you shared was opened, and then tried again.').waitFor()
    await page.goto('/settings?tab=links')
    await page
      .getByRole('row', { name: /OPENAI_API_KEY/ })
      .getByText(/tried again/)
      .waitFor()
    await page.getByRole('button', { name: 'Share a value' }).click()
    const dialog = page.getByRole('dialog', { name: 'Share a value once' })
    await dialog.getByLabel('Value', { exact: true }).fill('something else')
    await dialog.getByLabel('Name').fill('Wi-Fi')
    await dialog.getByRole('button', { name: 'Make link' }).click()
    await page.getByRole('dialog', { name: 'Send this link' }).getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: 'End the link to Wi-Fi' }).click()
    await page.getByRole('button', { name: 'End link' }).click()
    await page.getByRole('row', { name: /Wi-Fi/ }).getByText('ended').waitFor()
    await page.context().close()
  })

  it('can be read in light, in dark, on a phone and by everyone', async () => {
    await screen.lookAt({ share: '/share', 'shared-links': '/settings?tab=links' })
  })
})
