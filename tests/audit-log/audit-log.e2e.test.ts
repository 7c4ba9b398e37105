import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomKey } from '../support/random-key.ts'
import { openScreen, type Screen } from '../support/screen.ts'
import { shown } from '../support/shown.ts'

const REASON = 'the nightly export stopped'

describe('the audit page', () => {
  let screen: Screen
  const value = randomKey()
  beforeAll(async () => {
    screen = await openScreen()
    const { api } = screen
    const project = (await api('POST', '/projects', { body: { name: 'Assistant' } })).json
    const body = { project: 'assistant', environment: 'production', name: 'OPENAI_API_KEY', provider: 'openai', value }
    const key = (await api('POST', '/keys', { body })).json
    await api('POST', `/keys/${key.id}/reveals`, { body: { reason: REASON } })
    for (let round = 0; round < 60; round++)
      await api('PATCH', `/projects/${project.id}`, { body: { name: `Assistant ${round}` } })
  })
  afterAll(() => screen?.close())

  const lines = (page: Page) => page.locator('main').getByRole('listitem')

  it('answers who read a production key, and why, with one filter that lives in the address', async () => {
    const page = await screen.enter()
    await page.goto('/audit')
    await page.getByRole('combobox', { name: 'Action' }).click()
    await page.getByRole('option', { name: 'Revealed or copied a value' }).click()
    await page.waitForURL('**/audit?action=key.reveal')
    await expect.poll(() => lines(page).count()).toBe(1)
    expect(await lines(page).textContent()).toMatch(/revealed OPENAI_API_KEY in assistant\s*production/)
    expect(await lines(page).textContent()).toContain(REASON)
    await page.reload()
    await expect.poll(() => lines(page).count()).toBe(1)
    await page.context().close()
  })

  it('opens an event to everything that was recorded, which holds no part of the value', async () => {
    const page = await screen.enter()
    await page.goto('/audit?action=key')
    await lines(page).first().waitFor()
    for (const line of await lines(page).all()) await line.locator('summary').click()
    await page.getByRole('region', { name: 'After' }).first().waitFor()
    await expect.poll(() => page.getByText('"version": 1').count()).toBeGreaterThan(0)
    expect(await page.content()).not.toContain(value.slice(4, 16))
    await page.context().close()
  })

  it('reads on as a person scrolls, to the first event', async () => {
    const page = await screen.enter()
    await page.goto('/audit')
    await expect.poll(() => lines(page).count()).toBeGreaterThanOrEqual(50)
    for (let turn = 0; turn < 5 && (await page.getByText('started project').count()) === 0; turn++) {
      await page.keyboard.press('End')
      await page.waitForLoadState('networkidle')
    }
    await shown(page, /started project/).waitFor()
    await page.context().close()
  })

  it('shows that nobody has changed the log', async () => {
    const page = await screen.enter()
    await page.goto('/audit')
    await page.getByRole('button', { name: 'Verify chain' }).click()
    await shown(page, /The chain is whole: \d+ events, none changed, none missing\./).waitFor()
    await page.context().close()
  })

  it('exports what the filters match, and nothing else', async () => {
    const page = await screen.enter()
    await page.goto('/audit?action=key.reveal')
    await page.getByRole('button', { name: 'Export' }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /JSON lines/ }).click(),
    ])
    const events = (await readFile(await file.path(), 'utf8')).trim().split('\n')
    expect(events.map((line) => JSON.parse(line)).map(({ action, reason }) => [action, reason])).toEqual([
      ['key.reveal', REASON],
    ])
    await page.context().close()
  })

  it('says so where no event matches, and shows all again on request', async () => {
    const page = await screen.enter()
    await page.goto('/audit?q=nothing-of-this-name')
    await page.getByRole('button', { name: 'Show all events' }).click()
    await expect.poll(() => lines(page).count()).toBeGreaterThan(1)
    await page.context().close()
  })

  it('can be read in light, in dark, on a phone and by everyone', async () => {
    await screen.lookAt({ audit: '/audit', 'audit-empty': '/audit?q=nothing-of-this-name' })
  })
})
