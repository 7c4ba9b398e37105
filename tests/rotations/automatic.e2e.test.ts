import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Lab, startLab } from '../lab/start-lab.ts'
import { openScreen, type Screen } from '../support/screen.ts'
import { shown } from '../support/shown.ts'

describe('letting Claviger rotate a key', () => {
  let screen: Screen
  let lab: Lab
  let keyId: string

  beforeAll(async () => {
    lab = await startLab()
    screen = await openScreen()
    await screen.api('POST', '/projects', { body: { name: 'Assistant' } })
    const { value } = lab.keyApi('openai').ledger.mint('made by hand', { kind: 'serviceAccount' })
    const key = { project: 'assistant', environment: 'development', name: 'OPENAI_API_KEY', provider: 'openai' }
    const about = { ...key, value, baseUrl: lab.url('openai'), ownerEmail: screen.owner.email }
    keyId = (await screen.api('POST', '/keys', { body: about })).json.id
  })
  afterAll(async () => {
    await screen?.close()
    await lab?.stop()
  })

  it('is set up with a credential, rehearsed, and rotates by itself until the old value is proven dead', async () => {
    const account = lab.keyApi('openai')
    const page = await screen.enter()
    await page.goto(`/keys/${keyId}`)
    await page.getByRole('tab', { name: 'Rotation' }).click()
    await page.getByRole('button', { name: 'Automate' }).click()
    await page.getByRole('textbox', { name: 'Credential', exact: true }).fill('sk-admin-wrong')
    await page.getByLabel('Project').fill('proj_lab')
    await page.getByLabel('Address').fill(account.url)
    await page.getByRole('button', { name: 'Try and automate' }).click()
    await shown(page, /HTTP 401.*Nothing was kept/).waitFor()
    // The credential was stored, and turned out to be wrong: another one takes its place.
    await page.getByLabel('Admin key').click()
    await page.getByRole('option', { name: 'A new one' }).click()
    await page.getByLabel('Name of the credential').fill('OPENAI_ADMIN_KEY')
    await page.getByRole('textbox', { name: 'Credential', exact: true }).fill(account.credential)
    await page.getByRole('button', { name: 'Try and automate' }).click()
    await shown(page, 'Claviger makes the next value').waitFor()

    await page.getByRole('button', { name: 'Rotate', exact: true }).click()
    await page.getByRole('button', { name: 'Rehearse' }).click()
    await shown(page, 'Rotation: rehearsed').waitFor()
    expect(account.ledger.live()).toHaveLength(1)

    await page.getByRole('button', { name: 'Rotate', exact: true }).click()
    await page.getByLabel('Overlap in hours').fill('24')
    await page.getByRole('button', { name: 'Rotate', exact: true }).last().click()
    await shown(page, /is draining/).waitFor()
    await screen.lookAt({ 'key-automatic': `/keys/${keyId}`, rotations: '/rotations' })
    await page.getByRole('button', { name: 'End the old value now' }).click()
    await page.getByRole('button', { name: 'End it now' }).click()
    await shown(page, 'Rotation: completed').waitFor()
    expect(account.ledger.live()).toHaveLength(1)
    expect(await page.content()).not.toContain(account.ledger.live()[0]?.value)
    await page.context().close()
  })

  it('says when it is due, and the calendar has it', async () => {
    const page = await screen.enter()
    await page.goto(`/keys/${keyId}`)
    await page.getByRole('tab', { name: 'Rotation' }).click()
    await page.getByRole('button', { name: 'Change' }).first().click()
    await page.getByLabel('Every, in days').fill('30')
    await expect.poll(() => page.getByText(/, then .*, then /).count()).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Save' }).click()
    await shown(page, 'every 30 days').waitFor()
    await page.goto('/rotations')
    await shown(page, 'OPENAI_API_KEY').waitFor()
    await shown(page, /by itself/).waitFor()
    await page.context().close()
  })
})
