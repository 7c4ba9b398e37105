import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Lab, startLab } from '../lab/start-lab.ts'
import { openScreen, type Screen } from '../support/screen.ts'
import { shown } from '../support/shown.ts'

describe('keys in the browser', () => {
  let screen: Screen
  let lab: Lab
  let page: Page
  beforeAll(async () => {
    lab = await startLab()
    screen = await openScreen()
    await screen.api('POST', '/projects', { body: { name: 'Storefront', slug: 'storefront' } })
    page = await screen.enter()
  })
  afterAll(async () => {
    await screen?.close()
    await lab?.stop()
  })

  it('recognises a pasted key, cleans it, tests it in ten stages that light up, and stores it', async () => {
    const value = lab.issue('openai')
    await page.goto('/keys/new')
    await page.getByRole('textbox', { name: 'Value', exact: true }).fill(`"${value}" `)
    await shown(page, 'Looks like a key of').waitFor()
    await page.getByRole('button', { name: 'Use cleaned value' }).click()
    expect(await page.getByRole('textbox', { name: 'Value', exact: true }).inputValue()).toBe(value)
    expect(await page.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe('OPENAI_API_KEY')
    await page.getByRole('textbox', { name: 'Base URL' }).fill(lab.url('openai'))
    await page.getByRole('button', { name: 'Test pairing' }).click()
    const report = page.getByRole('article', { name: 'Pairing test' })
    await shown(report, 'OpenAI accepts this key.').waitFor()
    await expect.poll(() => report.getByRole('list', { name: 'Stages' }).getByRole('listitem').count()).toBe(10)
    await page.getByRole('button', { name: 'Store key' }).click()
    await page.getByRole('heading', { name: 'OPENAI_API_KEY' }).waitFor()
    expect(await page.content()).not.toContain(value.slice(-30))
    expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(
      value.slice(-30),
    )
  })

  it('says which stage failed, why, what to do and whom to ask', async () => {
    const [key] = (await screen.api('GET', '/keys?q=OPENAI')).json.items
    await page.goto(`/keys/${key.id}`)
    const { value } = (await screen.api('POST', `/keys/${key.id}/reveals`, { body: {} })).json
    await page.getByRole('button', { name: 'Test pairing' }).first().click()
    await shown(page, 'OpenAI accepts this key.').waitFor()
    lab.set(value, 'invalid')
    await page.getByRole('button', { name: 'Test pairing' }).first().click()
    const report = page.getByRole('article', { name: 'Pairing test' })
    await shown(report, 'Key revoked').waitFor()
    expect(await report.getByRole('button', { expanded: true }).textContent()).toContain('Auth')
    for (const part of ['Why we think so', 'What to do', 'Whom to contact', 'The same request as cURL'])
      await shown(report, part).waitFor()
    expect(await report.textContent()).toContain('$OPENAI_API_KEY')
    await page.getByRole('tab', { name: 'History' }).click()
    await shown(page, 'first broke here').waitFor()
    lab.set(value, 'valid')
  })

  it('shows a production value only for a reason, and hides it again', async () => {
    const body = {
      project: 'storefront',
      environment: 'production',
      name: 'STRIPE_SECRET_KEY',
      provider: 'stripe',
      value: lab.issue('stripe', { environment: 'live' }),
    }
    const { id } = (await screen.api('POST', '/keys', { body })).json
    await page.goto(`/keys/${id}`)
    await page.getByRole('button', { name: 'Show value for 30 seconds' }).click()
    await page.getByRole('dialog').getByLabel('Reason').fill('comparing it with the deployed one')
    await page.getByRole('dialog').getByRole('button', { name: 'Show value' }).click()
    await shown(page, body.value).waitFor()
    await page.getByRole('button', { name: 'Hide value' }).click()
    expect(await page.content()).not.toContain(body.value)
    const [event] = (await screen.api('GET', `/audit?key=${id}&action=key.reveal`)).json.items
    expect(event).toMatchObject({ outcome: 'allowed', reason: 'comparing it with the deployed one' })
  })

  it('replaces a value as a new version', async () => {
    const [key] = (await screen.api('GET', '/keys?q=STRIPE')).json.items
    await page.goto(`/keys/${key.id}`)
    await page.getByRole('button', { name: 'Replace value' }).click()
    await page.getByLabel('New value').fill(lab.issue('stripe', { environment: 'live' }))
    await page.getByRole('dialog').getByRole('button', { name: 'Replace value' }).click()
    await shown(page, 'STRIPE_SECRET_KEY has version 2').waitFor()
    await page.getByRole('tab', { name: 'Versions' }).click()
    await shown(page.getByRole('region', { name: 'Versions' }), 'Previous').waitFor()
  })

  it('imports a .env after showing what would happen to every line', async () => {
    await page.goto('/keys/import?project=storefront')
    await page
      .getByRole('textbox', { name: 'Contents' })
      .fill(`# keys\nGROQ_API_KEY=${lab.issue('groq')}\nSLACK_BOT_TOKEN="${lab.issue('slack')}"\nPORT=3000\n`)
    await page.getByRole('button', { name: 'Preview' }).click()
    await shown(page.getByRole('region', { name: 'Lines' }), 'SLACK_BOT_TOKEN').waitFor()
    expect((await screen.api('GET', '/keys?q=GROQ')).json.items).toEqual([])
    const lines = await page.getByRole('region', { name: 'Lines' }).getByRole('row').count()
    expect(lines).toBe(4)
  })

  it('filters in the address, selects by keyboard, deletes, and takes it back', async () => {
    await page.goto('/keys')
    await page.getByRole('searchbox', { name: 'Search keys' }).fill('STRIPE')
    await page.waitForURL(/q=STRIPE/)
    await page.reload()
    expect(await page.getByRole('searchbox', { name: 'Search keys' }).inputValue()).toBe('STRIPE')
    await page.getByRole('link', { name: 'STRIPE_SECRET_KEY' }).waitFor()
    await expect.poll(() => page.getByRole('link', { name: 'OPENAI_API_KEY' }).count()).toBe(0)
    await page.getByRole('checkbox', { name: /STRIPE_SECRET_KEY/ }).click()
    await page.getByRole('region', { name: 'Selected keys' }).getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('button', { name: 'Delete key' }).click()
    await shown(page, 'No key fits these filters').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('link', { name: 'STRIPE_SECRET_KEY' }).waitFor()
  })

  it('shows the matrix with its gaps, and tests many keys at once', async () => {
    await page.goto('/keys?view=matrix')
    await page.getByRole('region', { name: 'Keys by environment' }).first().waitFor()
    await expect.poll(() => page.getByRole('link', { name: /Missing|Add/ }).count()).toBeGreaterThan(0)
    await page.goto('/keys')
    await page.getByRole('checkbox', { name: 'Select all' }).click()
    await page.getByRole('region', { name: 'Selected keys' }).getByRole('button', { name: 'Test pairing' }).click()
    await shown(page.getByRole('dialog'), '2 of 2').waitFor()
    await shown(page.getByRole('dialog'), 'paired').waitFor()
  })

  it('finds a bulk test again after a reload, with the same progress, and stops it', async () => {
    const body = { project: 'storefront', environment: 'staging', provider: 'openai-compatible', value: 'any' }
    const silent = `http://127.0.0.1:${lab.ports.silent}/v1`
    for (let index = 0; index < 12; index++)
      await screen.api('POST', '/keys', { body: { ...body, name: `SILENT_${index}`, baseUrl: silent } })
    await page.goto('/keys')
    await page.getByRole('link', { name: 'SILENT_0', exact: true }).waitFor()
    await page.getByRole('checkbox', { name: 'Select all' }).click()
    await page.getByRole('region', { name: 'Selected keys' }).getByRole('button', { name: 'Test pairing' }).click()
    const dialog = page.getByRole('dialog', { name: 'Test pairing of 14 keys' })
    await shown(dialog, '2 of 14').waitFor()
    await page.reload()
    const bar = page.getByRole('region', { name: 'Bulk test' })
    await shown(bar, '2 of 14').waitFor()
    await bar.getByRole('button', { name: 'Show' }).click()
    await shown(dialog, '2 of 14').waitFor()
    await shown(dialog, 'Waiting').waitFor()
    await dialog.getByRole('button', { name: 'Stop' }).click()
    await shown(dialog, /\d+ not tested\./).waitFor()
    await dialog.getByRole('button', { name: 'Test again' }).waitFor()
    const { items } = (await screen.api('GET', '/pairings/batches?limit=1')).json
    expect(items).toMatchObject([{ state: 'cancelled', counts: { total: 14 } }])
    const silentKeys = (await screen.api('GET', '/keys?q=SILENT')).json.items as { id: string }[]
    await screen.api('POST', '/keys/deletions', { body: { ids: silentKeys.map(({ id }) => id) } })
  })

  it('says how often a key is tested by itself, and lets that be chosen', async () => {
    const [key] = (await screen.api('GET', '/keys?q=OPENAI')).json.items
    await page.goto(`/keys/${key.id}`)
    await shown(page, /Daily, next about \d\d:\d\d/).waitFor()
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await page.getByRole('dialog').getByRole('combobox', { name: 'Tested by itself' }).click()
    await page.getByRole('option', { name: 'Every hour' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Save key' }).click()
    await shown(page, /Every hour, next/).waitFor()
    expect((await screen.api('GET', `/keys/${key.id}`)).json.scheduledTest).toMatchObject({
      everyHours: 1,
      effectiveHours: 1,
    })
  })

  it('can be read by everyone, in light, dark and on a phone, without a complaint of the browser', async () => {
    const [key] = (await screen.api('GET', '/keys?q=OPENAI')).json.items
    await screen.lookAt({
      keys: '/keys',
      matrix: '/keys?view=matrix',
      key: `/keys/${key.id}`,
      'add-key': '/keys/new',
      import: '/keys/import',
    })
  })
})
