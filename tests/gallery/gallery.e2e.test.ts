import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContextOptions, ConsoleMessage, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../support/app.ts'
import { launchBrowser } from '../support/browser.ts'
import { LOOKS, putOn, seriousViolations } from '../support/look-at.ts'

/** A server with the gallery open, `npm run dev` for example; the test starts one of its own where none is named. */
const served = process.env.CLAVIGER_TEST_URL
const artifacts = path.resolve(import.meta.dirname, '../.artifacts/gallery')

describe('the gallery', () => {
  let browser: Browser
  let app: App | undefined
  let base: string
  beforeAll(async () => {
    app = served ? undefined : await startApp({ settings: { CLAVIGER_GALLERY: '1' } })
    base = served ?? app?.baseUrl ?? ''
    mkdirSync(artifacts, { recursive: true })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
  })

  async function open(
    address: string,
    look: BrowserContextOptions,
    check: (page: Page, complaints: string[]) => Promise<void>,
  ) {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...look })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on(
      'console',
      (message) => message.type() === 'error' && !isSampleLink(message) && complaints.push(message.text()),
    )
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(new URL(address, base).href)
    await page.waitForFunction(() =>
      Object.keys(document.querySelector('main') ?? {}).some((name) => name.startsWith('__react')),
    )
    await check(page, complaints)
    await context.close()
  }

  // Each look is a page of its own: putting another one on all components at once takes longer than loading them.
  for (const [name, look] of Object.entries(LOOKS)) {
    it(`shows every component in every state, readable by everyone and without a complaint (${name})`, async () => {
      await open('/gallery', look, async (page, complaints) => {
        await expect.poll(() => page.getByRole('heading', { level: 2 }).count()).toBeGreaterThan(12)
        await expectReadable(page, name)
        expect(complaints).toEqual([])
      })
    })
  }

  it('shows the frame of a signed-in page likewise', async () => {
    await open('/gallery/shell', {}, async (page, complaints) => {
      for (const look of Object.keys(LOOKS)) {
        await putOn(page, look)
        await expectReadable(page, look)
        await page.screenshot({ path: path.join(artifacts, `shell.${look}.png`) })
      }
      expect(complaints).toEqual([])
    })
  })

  // Minutes for pictures that nobody opens at every run: `CLAVIGER_PHOTOGRAPHS=1 npm test -- gallery --e2e`.
  it.runIf(process.env.CLAVIGER_PHOTOGRAPHS)('can be photographed, component by component', async () => {
    await open('/gallery', {}, async (page) => {
      const links = await page.locator('nav a[href^="/gallery/"]').all()
      for (const address of await Promise.all(links.map((link) => link.getAttribute('href')))) {
        await page.goto(new URL(address ?? '', base).href)
        for (const look of Object.keys(LOOKS)) {
          await putOn(page, look)
          const file = path.join(artifacts, `${path.basename(address ?? '')}.${look}.png`)
          await page.screenshot({ path: file, fullPage: true })
        }
      }
    })
  })

  it('keeps the chosen theme, and the server renders the next page in it', async () => {
    await open('/gallery/layout', { colorScheme: 'light' }, async (page) => {
      await page.getByRole('radio', { name: 'Dark' }).first().click()
      const response = await page.reload()
      expect(await response?.text()).toContain('data-theme="dark"')
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark')
    })
  })

  it('opens the failed stage by itself, and another one when asked', async () => {
    await open('/gallery/pairing-report', {}, async (page) => {
      const report = page.getByRole('article').first()
      await expect.poll(() => report.getByRole('region', { name: 'Stage Auth' }).isVisible()).toBe(true)
      await report.getByRole('button', { name: /^TLS/ }).click()
      await expect.poll(() => report.getByRole('region', { name: 'Stage TLS' }).isVisible()).toBe(true)
      await expect.poll(() => report.getByRole('region', { name: 'Stage Auth' }).count()).toBe(0)
    })
  })

  it('moves through 10,000 rows by keyboard, and renders only those in sight', async () => {
    await open('/gallery/key-table', {}, async (page) => {
      const rows = page.getByRole('table').last().locator('tr[data-row]')
      await rows.first().focus()
      await page.keyboard.press('j')
      expect(await focusedRow(page)).toBe('1')
      await page.keyboard.press('End')
      await page.waitForFunction(() => document.activeElement?.getAttribute('data-row') === '9999')
      await page.keyboard.press('k')
      await page.waitForFunction(() => document.activeElement?.getAttribute('data-row') === '9998')
      await expect.poll(() => rows.count()).toBeLessThan(80)
    })
  })

  it('selects a range of rows with Shift, and all of them at once', async () => {
    await open('/gallery/key-table', {}, async (page) => {
      const table = page.getByRole('table').first()
      await table.getByRole('checkbox').nth(1).click()
      await table
        .getByRole('checkbox')
        .nth(4)
        .click({ modifiers: ['Shift'] })
      await expect.poll(() => table.getByRole('checkbox', { checked: true }).count()).toBe(4)
      await table.getByRole('checkbox', { name: 'Select all' }).click()
      await expect.poll(() => table.getByRole('checkbox', { checked: true }).count()).toBe(12)
    })
  })

  it('opens a dialog with the focus in its first field, and closes it at the first press of Escape', async () => {
    await open('/gallery/overlays', {}, async (page, complaints) => {
      for (const name of ['Open dialog', 'Open drawer', 'Open menu', 'Open popover', 'Open palette']) {
        const opener = page.getByRole('button', { name })
        await opener.click()
        await page.locator('[role="dialog"], [role="menu"]').waitFor()
        await page.keyboard.press('Escape')
        await page.locator('[role="dialog"], [role="menu"]').waitFor({ state: 'detached' })
      }
      await page.getByRole('button', { name: 'Open dialog' }).click()
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
      expect(complaints).toEqual([])
    })
  })

  it('offers a selected field where the browser gives no clipboard, and says why', async () => {
    await open('/gallery/buttons', {}, async (page) => {
      await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
      await page.getByRole('button', { name: 'Copy text' }).first().click()
      const offered = page.getByRole('dialog', { name: 'Copy text' })
      expect(await offered.textContent()).toContain('not on HTTPS or localhost')
      expect(await page.evaluate(() => getSelection()?.toString())).toBe('copied text')
    })
  })

  it('answers the palette, the search and the help keys', async () => {
    await open('/gallery/shell', {}, async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog', { name: 'Command palette' }).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.keyboard.press('/')
      await page.getByRole('dialog', { name: 'Command palette' }).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    })
  })

  it('shows a secret on request and hides it after 30 seconds', async () => {
    await open('/gallery/key-form', {}, async (page) => {
      await page.clock.install()
      const field = page.getByRole('group', { name: 'Value' })
      await field.getByRole('button', { name: /Show value/ }).click()
      await expect.poll(() => field.textContent()).toContain('example-example-')
      await page.clock.fastForward(30_500)
      await expect.poll(() => field.textContent()).not.toContain('example-example-')
    })
  })
})

/** The samples link to keys and pages that are not there; Next fetches a link in sight ahead of the click. */
function isSampleLink(message: ConsoleMessage): boolean {
  const { pathname } = new URL(message.location().url || '/', 'http://127.0.0.1')
  return message.text().startsWith('Failed to load resource') && !/^\/(gallery|_next)/.test(pathname)
}

async function expectReadable(page: Page, look: string): Promise<void> {
  const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect({ look, overhang, serious: await seriousViolations(page, look) }).toEqual({ look, overhang: 0, serious: [] })
}

const focusedRow = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-row'))
