import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomKey } from '../support/random-key.ts'
import { openScreen, type Screen } from '../support/screen.ts'
import { shown } from '../support/shown.ts'

/** Nothing listens there: a pairing test ends at once, and says so. */
const CLOSED = 'https://127.0.0.1:9/v1'
const DAY_MS = 86_400_000

describe('the overview', () => {
  let screen: Screen
  beforeAll(async () => {
    screen = await openScreen()
  })
  afterAll(() => screen?.close())

  const addKey = async (environment: string, name: string, more: Record<string, unknown> = {}) => {
    const body = { project: 'assistant', environment, name, provider: 'openai', value: randomKey(), ...more }
    return (await screen.api('POST', '/keys', { body })).json
  }
  const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()

  it('leads a newcomer to a first project, and then to a first key', async () => {
    const page = await screen.enter()
    await page.getByRole('heading', { name: 'First steps' }).waitFor()
    await page.getByRole('link', { name: 'Make a project' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Assistant')
    expect(await page.getByLabel('Short name').getAttribute('placeholder')).toBe('assistant')
    await page.getByRole('button', { name: 'Make project' }).click()
    await page.waitForURL('**/keys?project=assistant')
    await page.goto('/')
    await page.getByRole('link', { name: 'Add a key' }).click()
    await page.waitForURL('**/keys/new')
    await page.context().close()
  })

  it('puts what harms most first, each with the one thing to do', async () => {
    await addKey('staging', 'EXPIRING_KEY', { expiresAt: inDays(5) })
    await addKey('production', 'EXPIRED_KEY', { expiresAt: inDays(-2) })
    const failing = await addKey('production', 'FAILING_KEY', { baseUrl: CLOSED })
    await screen.api('POST', `/keys/${failing.id}/pairings`, { body: {} })
    const page = await screen.enter()
    const rows = page.locator('section', { hasText: 'Needs you now' }).getByRole('listitem')
    await expect.poll(() => rows.count()).toBe(3)
    expect(await rows.allTextContents()).toEqual([
      expect.stringMatching(/FAILING_KEY.*production.*refused.*See why/),
      expect.stringMatching(/EXPIRED_KEY.*production.*Expired 2 days ago.*Replace value/),
      expect.stringMatching(/EXPIRING_KEY.*staging.*Expires in \d days.*Replace value/),
    ])
    await rows.nth(1).getByRole('button', { name: 'Replace value of EXPIRED_KEY' }).click()
    await page.getByRole('dialog', { name: 'Replace value of EXPIRED_KEY' }).waitFor()
    await page.keyboard.press('Escape')
    await rows
      .nth(0)
      .getByRole('link', { name: /See why/ })
      .click()
    await page.waitForURL(`**/keys/${failing.id}`)
    await page.context().close()
  })

  it('counts every environment, and each count leads to its keys', async () => {
    const page = await screen.enter()
    const project = page.getByRole('region', { name: 'Assistant' })
    await project.getByRole('link', { name: '1 failing' }).click()
    await page.waitForURL('**/keys?project=assistant&environment=production&status=failing')
    await shown(page, 'FAILING_KEY').waitFor()
    await page.context().close()
  })

  it('can be read in light, in dark, on a phone and by everyone', async () => {
    await screen.lookAt({ overview: '/', 'new-project': '/projects/new' })
  })

  it('reminds of the recovery key until somebody has confirmed to have it', async () => {
    await screen.api('POST', '/projects', { body: { name: 'Assistant' } })
    const key = await addKey('development', 'TESTED_KEY', { baseUrl: CLOSED })
    await screen.api('POST', `/keys/${key.id}/pairings`, { body: {} })
    const page = await screen.enter()
    const main = page.locator('main')
    await shown(main, 'Save the recovery key').waitFor()
    const { stdout } = await screen.app.claviger(['recovery-key'])
    await page.reload()
    await shown(main, 'Confirm that somebody has the recovery key').waitFor()
    expect((await screen.app.claviger(['recovery-key', 'confirm'], stdout.trim().slice(-5))).code).toBe(0)
    await page.reload()
    await main.getByRole('heading', { name: 'Overview' }).waitFor()
    await expect.poll(() => main.getByText(/recovery key/i).count()).toBe(0)
    await page.context().close()
  })
})
