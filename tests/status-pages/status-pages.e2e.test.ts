import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pollDuePages } from '#lib/status-pages/poll-due-pages'
import { openScreen, type Screen } from '../support/screen.ts'
import { shown } from '../support/shown.ts'
import { type LabWorld, openLabWorld } from './lab-world.ts'

const OUTAGE = 'API key authentication errors'

describe('what providers report of themselves', () => {
  let open: LabWorld
  let screen: Screen
  let failing: { id: string }
  beforeAll(async () => {
    open = await openLabWorld()
    const { runtime, adminUrl } = open.world
    // The page's process and this one, which polls, are two replicas over one database.
    screen = await openScreen({
      dataDir: runtime.env.dataDir,
      settings: { ...open.settings, DATABASE_URL: runtime.appUrl, DATABASE_ADMIN_URL: adminUrl },
    })
    await screen.api('POST', '/projects', { body: { name: 'Assistant' } })
    const place = { project: 'assistant', environment: 'production' }
    const value = open.lab.issue('groq', { scenario: 'invalid' })
    const body = { ...place, name: 'GROQ_API_KEY', provider: 'groq', value }
    failing = (await screen.api('POST', '/keys', { body })).json
    await screen.api('POST', `/keys/${failing.id}/pairings`, { body: {} })
    open.lab.setStatus('groq', 'outage', { title: OUTAGE })
    open.lab.setStatus('openai', 'degraded')
    open.lab.setStatus('anthropic', 'maintenance', { title: 'Database upgrade' })
    open.lab.setStatus('slack', 'operational', { fault: 'html' })
    await pollAll()
  })
  afterAll(async () => {
    await screen?.close()
    await open?.close()
  })

  /** Asks every page, due or not. */
  const pollAll = async () => {
    await open.world.db.statusPage.updateMany({ data: { dueAt: new Date(0) } })
    await pollDuePages()
  }

  it('stands in the catalogue: state with its word and time, open incidents, and who publishes none', async () => {
    const page = await screen.enter()
    await page.goto('/providers')
    const card = (name: string) => page.getByRole('article', { name, exact: true })
    await expect.poll(() => card('Groq').textContent()).toMatch(new RegExp(`Outage.*as of.*${OUTAGE}.*Investigating`))
    expect(await card('OpenAI').textContent()).toMatch(/Degraded.*Elevated error rates/)
    expect(await card('Stripe').textContent()).toMatch(/Operational/)
    expect(await card('Slack').textContent()).toMatch(/Unknown.*A web page came in place/)
    expect(await card('OpenAI-compatible server').textContent()).toMatch(/None published/)
    await page.context().close()
  })

  it('leads from a provider’s name to its state and what happened lately', async () => {
    const page = await screen.enter()
    await page.goto('/providers')
    await page
      .getByRole('article', { name: 'Groq', exact: true })
      .getByRole('link', { name: 'Groq', exact: true })
      .click()
    await page.waitForURL('**/providers/groq')
    const incidents = page.getByRole('region', { name: 'Incidents' })
    await expect.poll(() => incidents.textContent()).toContain(OUTAGE)
    await page.goto('/providers/nobody')
    await shown(page, 'There is nothing here').waitFor()
    await page.context().close()
  })

  it('stands beside a failing key, on its page and in the overview, and says that it decides nothing', async () => {
    const page = await screen.enter()
    const line = page.locator('section', { hasText: 'Needs you now' }).getByRole('listitem').first()
    await expect.poll(() => line.textContent()).toMatch(new RegExp(`GROQ_API_KEY.*Groq reports an outage: ${OUTAGE}`))
    await page.goto(`/keys/${failing.id}`)
    const notice = page.getByRole('alert').filter({ hasText: 'Groq reports an outage' })
    await expect.poll(() => notice.textContent()).toMatch(new RegExp(`${OUTAGE}.*decides nothing about this key`))
    await page.context().close()
  })

  it('is gone from the key’s page once it is over, without a reload', async () => {
    const page = await screen.enter()
    await page.clock.install()
    await page.goto(`/keys/${failing.id}`)
    const notice = page.getByRole('alert').filter({ hasText: 'Groq reports an outage' })
    await notice.waitFor()
    open.lab.setStatus('groq', 'operational')
    await pollAll()
    await page.clock.runFor(61_000)
    await notice.waitFor({ state: 'detached' })
    open.lab.setStatus('groq', 'outage', { title: OUTAGE })
    await pollAll()
    await page.context().close()
  })

  it('can be read in light, in dark, on a phone and by everyone', async () => {
    await screen.lookAt({
      'status-providers': '/providers?q=gsk_',
      'status-provider': '/providers/groq',
      'status-key': `/keys/${failing.id}`,
      'status-overview': '/',
    })
  })
})
