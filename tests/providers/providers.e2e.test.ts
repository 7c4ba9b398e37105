import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomKey } from '../support/random-key.ts'
import { openScreen, type Screen } from '../support/screen.ts'
import { shown } from '../support/shown.ts'

describe('the providers page', () => {
  let screen: Screen
  beforeAll(async () => {
    screen = await openScreen()
    await screen.api('POST', '/projects', { body: { name: 'Assistant' } })
    const key = { project: 'assistant', environment: 'development', provider: 'groq', value: randomKey() }
    await screen.api('POST', '/keys', { body: { ...key, name: 'GROQ_API_KEY' } })
  })
  afterAll(() => screen?.close())

  it('finds a provider by the start of a key, and says what a test of it costs', async () => {
    const page = await screen.enter()
    await page.goto('/providers')
    await expect.poll(() => page.getByRole('article').count()).toBeGreaterThanOrEqual(57)
    await page.getByRole('searchbox', { name: 'Search providers' }).fill('gsk_')
    await expect.poll(() => page.getByRole('article').count()).toBe(1)
    const groq = page.getByRole('article', { name: 'Groq' })
    expect(await groq.textContent()).toMatch(/GROQ_API_KEY.*costs nothing/)
    expect(new URL(page.url()).searchParams.get('q')).toBe('gsk_')
    await page.context().close()
  })

  it('leads from a provider to the keys that are stored of it', async () => {
    const page = await screen.enter()
    await page.goto('/providers?category=llm')
    await expect.poll(() => page.getByRole('article', { name: 'Stripe' }).count()).toBe(0)
    await page.getByRole('article', { name: 'Groq' }).getByRole('link', { name: '1 key' }).click()
    await page.waitForURL('**/keys?provider=groq')
    await shown(page, 'GROQ_API_KEY').waitFor()
    await page.context().close()
  })

  it('takes a server of the team’s own, which can then be chosen for a key, changed and deleted', async () => {
    const page = await screen.enter()
    await page.goto('/providers')
    await page.getByRole('button', { name: 'Add provider' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('Our gateway')
    await dialog.getByLabel('Base URL').fill('https://llm.example.test/v1')
    await dialog.getByLabel('Usual variable').fill('GATEWAY_API_KEY')
    await dialog.getByRole('button', { name: 'Add provider' }).click()
    const card = page.getByRole('article', { name: 'Our gateway' })
    expect(await card.textContent()).toMatch(/Your own.*GATEWAY_API_KEY.*https:\/\/llm\.example\.test\/v1/)

    await page.goto('/keys/new')
    await page.getByRole('combobox', { name: 'Provider' }).click()
    await page.getByPlaceholder('Search providers').fill('gatew')
    await page.getByRole('option', { name: /Our gateway/ }).click()
    expect(await page.getByLabel('Base URL').getAttribute('placeholder')).toBe('https://llm.example.test/v1')

    await page.goto('/providers')
    await card.getByRole('button', { name: 'Change Our gateway' }).click()
    await page.getByRole('menuitem', { name: 'Edit' }).click()
    await dialog.getByLabel('Base URL').fill('https://api.openai.com/v1')
    await dialog.getByRole('button', { name: 'Save changes' }).click()
    await shown(dialog, 'This is the address of OpenAI, which the catalogue has already.').waitFor()
    await dialog.getByLabel('Base URL').fill('https://llm.example.test/v2')
    await dialog.getByRole('button', { name: 'Save changes' }).click()
    await shown(card, 'https://llm.example.test/v2').waitFor()
    await card.getByRole('button', { name: 'Change Our gateway' }).click()
    await page.getByRole('menuitem', { name: 'Delete provider' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete provider' }).click()
    await expect.poll(() => card.count()).toBe(0)
    await page.context().close()
  })

  it('can be read in light, in dark, on a phone and by everyone', async () => {
    await screen.lookAt({ providers: '/providers', 'providers-empty': '/providers?q=nothing-of-this-name' })
  })
})
