import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScreen, type Screen } from '../support/screen.ts'
import { shown } from '../support/shown.ts'

const PASSWORD = 'a sentence to keep for a test'

describe('the members page', () => {
  let screen: Screen
  beforeAll(async () => {
    screen = await openScreen()
    await screen.api('POST', '/projects', { body: { name: 'Assistant' } })
  })
  afterAll(() => screen?.close())

  const grantsOf = async (email: string) => {
    const members = (await screen.api('GET', '/members')).json.items as { id: string; email: string }[]
    const id = members.find((member) => member.email === email)?.id
    const grants = (await screen.api('GET', `/members/${id}/grants`)).json.items
    return grants.map(({ environment, role }: { environment: string; role: string }) => `${environment}: ${role}`)
  }

  it('invites by a link that is shown once; whoever opens it joins with the roles that were chosen', async () => {
    const page = await screen.enter()
    await page.goto('/members')
    await page.getByRole('button', { name: 'Invite member' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Email').fill('developer@example.test')
    await dialog.getByRole('combobox', { name: 'Role in Development of Assistant' }).click()
    await page.getByRole('option', { name: /^Developer/ }).click()
    await dialog.getByRole('button', { name: 'Make invitation link' }).click()
    const link = await dialog.getByRole('region', { name: 'Link' }).locator('output').textContent()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await shown(page, 'Open invitations').waitFor()
    expect(await page.content()).not.toContain(link?.split('#')[1])

    const other = await screen.browser.newPage()
    await other.goto(link ?? '')
    await other.getByLabel('Name').fill('Backend developer')
    await other.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await other.getByRole('button', { name: 'Join and sign in' }).click()
    await other.waitForURL((url) => url.pathname === '/')
    await shown(other, '0 keys in 1 environment of 1 project').waitFor()
    await other.close()

    await page.reload()
    await page.getByRole('row', { name: /Backend developer/ }).waitFor()
    await expect.poll(() => page.getByText('Open invitations').count()).toBe(0)
    expect(await grantsOf('developer@example.test')).toEqual(['development: developer'])
    await page.context().close()
  })

  it('gives and takes a role in one environment from the table', async () => {
    const page = await screen.enter()
    await page.goto('/members')
    const role = page.getByRole('combobox', { name: 'Role of Backend developer in Staging' })
    await role.click()
    await page.getByRole('option', { name: /^Viewer/ }).click()
    await expect.poll(() => grantsOf('developer@example.test')).toEqual(['development: developer', 'staging: viewer'])
    await expect.poll(() => role.textContent()).toBe('Viewer')
    await expect.poll(() => role.isEnabled()).toBe(true)
    await role.click()
    await page.getByRole('option', { name: /^No access/ }).click()
    await expect.poll(() => grantsOf('developer@example.test')).toEqual(['development: developer'])
    await page.context().close()
  })

  it('shows on a phone what one person may do everywhere', async () => {
    const page = await screen.enter()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/members')
    await page.getByRole('cell', { name: /^Backend developer/ }).click()
    const drawer = page.getByRole('dialog', { name: 'Backend developer' })
    const role = drawer.getByRole('combobox', { name: 'Role of Backend developer in Development' })
    await expect.poll(() => role.textContent()).toBe('Developer')
    await page.context().close()
  })

  it('disables a member, who is signed out at once', async () => {
    const developer = { email: 'developer@example.test', password: PASSWORD }
    const theirs = await screen.enter(developer)
    const page = await screen.enter()
    await page.goto('/members')
    await page.getByRole('button', { name: 'Change Backend developer' }).click()
    await page.getByRole('menuitem', { name: 'Disable' }).click()
    await page.getByRole('button', { name: 'Disable member' }).click()
    await page.getByRole('row', { name: /Backend developer.*Disabled/ }).waitFor()
    await theirs.reload()
    await theirs.waitForURL('**/sign-in**')
    await theirs.context().close()
    await page.context().close()
  })

  it('offers no button to somebody who may not press it', async () => {
    await screen.api('POST', '/members', {
      body: { email: 'auditor@example.test', name: 'Auditor', password: PASSWORD, role: 'auditor' },
    })
    const page = await screen.enter({ email: 'auditor@example.test', password: PASSWORD })
    await page.goto('/members')
    await page.getByRole('row', { name: /Backend developer/ }).waitFor()
    await expect.poll(() => page.getByRole('button', { name: /Invite|Change/ }).count()).toBe(0)
    await expect.poll(() => page.getByRole('combobox', { name: /Role of/ }).count()).toBe(0)
    await page.context().close()
  })

  it('can be read in light, in dark, on a phone and by everyone', async () => {
    await screen.api('POST', '/invitations', { body: { email: 'newcomer@example.test' } })
    await screen.lookAt({ members: '/members' })
  })
})
