import { mkdirSync } from 'node:fs'
import path from 'node:path'
import axe, { type RunOptions } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Account, signIn } from './sign-in.ts'

interface Look {
  colorScheme: 'light' | 'dark'
  viewport: { width: number; height: number }
}
export const LOOKS: Record<string, Look> = {
  light: { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  dark: { colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  phone: { colorScheme: 'light', viewport: { width: 390, height: 844 } },
}
const ALL_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const RULES: Record<string, RunOptions> = {
  light: { runOnly: ALL_RULES },
  dark: { runOnly: ['color-contrast'] },
  phone: { runOnly: ALL_RULES, rules: { 'color-contrast': { enabled: false } } },
}
const ARTIFACTS = path.resolve(import.meta.dirname, '../.artifacts/pages')

declare global {
  interface Window {
    axe: typeof axe
  }
}

/** Opens pages and looks at each in light, in dark and on a phone: photographed, it fits, complains of nothing and can be read by everyone. */
export async function lookAt(browser: Browser, baseUrl: string, account: Account, pages: Record<string, string>) {
  mkdirSync(ARTIFACTS, { recursive: true })
  const page = await signIn(browser, baseUrl, account)
  const complaints = listen(page)
  for (const [name, address] of Object.entries(pages)) {
    await page.goto(address)
    await page.waitForLoadState('networkidle')
    for (const look of Object.keys(LOOKS)) {
      await putOn(page, look)
      await page.screenshot({ path: path.join(ARTIFACTS, `${name}.${look}.png`), fullPage: true })
      const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect({ name, look, overhang, serious: await seriousViolations(page, look), complaints }).toEqual({
        name,
        look,
        overhang: 0,
        serious: [],
        complaints: [],
      })
    }
  }
  await page.context().close()
}

/** Shows a page that is open in another light, or in another width, once it has been drawn anew. */
export async function putOn(page: Page, look: string): Promise<void> {
  const { colorScheme, viewport } = LOOKS[look] as Look
  await page.emulateMedia({ colorScheme })
  await page.setViewportSize(viewport)
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}

/** What the browser's console says is wrong. */
export function listen(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  return complaints
}

/**
 * What axe finds serious or critical, with the places. Each look is asked what it alone can get wrong: in the dark only
 * colours differ, and on a phone everything but they does.
 */
export async function seriousViolations(page: Page, look = 'light'): Promise<string[]> {
  await page.evaluate(axe.source)
  const violations = await page.evaluate(
    (options) => window.axe.run(document, options).then((found) => found.violations),
    {
      ...RULES[look],
      // Only what fails is told in full: all that passes on a large page would take longer to hand over than to find.
      resultTypes: ['violations' as const],
    },
  )
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return grave.map(({ id, nodes }) => {
    const places = nodes.slice(0, 4).map(({ target }) => target.join(' '))
    return `${id}: ${places.join(' | ')}`
  })
}
