import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScreen, type Screen } from '../support/screen.ts'
import { shown } from '../support/shown.ts'

describe('the settings page', () => {
  let screen: Screen
  beforeAll(async () => {
    screen = await openScreen()
    await screen.api('POST', '/projects', { body: { name: 'Assistant' } })
  })
  afterAll(() => screen?.close())

  it('shows a new token once; it works until it is revoked', async () => {
    const page = await screen.enter()
    await page.goto('/settings?tab=tokens')
    await page.getByRole('button', { name: 'Create token' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('deploy script')
    await dialog.getByRole('button', { name: 'Create token' }).click()
    const token = await dialog.getByRole('region', { name: 'Token' }).locator('output').textContent()
    expect(token).toMatch(/^clv_pat_/)
    await dialog.getByRole('button', { name: 'Done' }).click()
    expect(await page.content()).not.toContain(token)
    expect((await screen.api('GET', '/me', { token })).json.email).toBe(screen.owner.email)
    await page.getByRole('button', { name: 'Revoke deploy script' }).click()
    await page.getByRole('button', { name: 'Revoke token' }).click()
    await shown(page, 'Revoked deploy script', { exact: true }).waitFor()
    expect((await screen.api('GET', '/me', { token })).status).toBe(401)
    await page.context().close()
  })

  it('adds, protects and deletes an environment', async () => {
    const page = await screen.enter()
    await page.goto('/settings?tab=projects')
    const project = page.getByRole('region', { name: 'Assistant' })
    await project.getByRole('button', { name: 'Add environment' }).click()
    await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Preview')
    await page.getByRole('dialog').getByRole('button', { name: 'Add environment' }).click()
    await project.getByRole('switch', { name: 'Protected: Preview' }).click()
    await expect.poll(() => project.getByRole('switch', { name: 'Protected: Preview' }).isChecked()).toBe(true)
    const { items } = (await screen.api('GET', '/projects/assistant/environments')).json
    expect(items.at(-1)).toMatchObject({ slug: 'preview', protected: true })
    await project.getByRole('combobox', { name: 'Keys tested by themselves: Preview' }).click()
    await page.getByRole('option', { name: 'Weekly' }).click()
    await shown(page, 'Keys in Preview: weekly', { exact: true }).waitFor()
    expect((await screen.api('GET', '/projects/assistant/environments')).json.items.at(-1).testEveryHours).toBe(168)
    await project.getByRole('button', { name: 'Change Preview' }).click()
    await page.getByRole('menuitem', { name: 'Delete environment' }).click()
    await page.getByRole('button', { name: 'Delete environment' }).click()
    await shown(page, 'Deleted Preview', { exact: true }).waitFor()
    await expect.poll(() => project.getByText('Preview').count()).toBe(0)
    await page.context().close()
  })

  it('renames a project, in the address too, and the switcher follows', async () => {
    const page = await screen.enter()
    await page.goto('/settings?tab=projects')
    await page.getByRole('button', { name: 'Change Assistant' }).click()
    await page.getByRole('menuitem', { name: 'Rename' }).click()
    await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Helper')
    await page.getByRole('dialog').getByLabel('Short name').fill('helper')
    await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click()
    await page.getByRole('region', { name: 'Helper' }).waitFor()
    await page.getByRole('button', { name: /^Project:/ }).click()
    await page.getByRole('menuitem', { name: /Helper/ }).waitFor()
    await page.context().close()
  })

  it('changes a password only for who knows the old one, and signs out everywhere else', async () => {
    const [page, elsewhere] = [await screen.enter(), await screen.enter()]
    await page.goto('/settings')
    await page.getByLabel('Current password').fill('not the password of anybody')
    await page.getByLabel('New password').fill('another sentence to keep')
    await page.getByRole('button', { name: 'Change password' }).click()
    await shown(page, 'This is not your current password.').waitFor()
    expect(await page.getByLabel('New password').inputValue()).toBe('another sentence to keep')
    await page.getByLabel('Current password').fill(screen.owner.password)
    await page.getByRole('button', { name: 'Change password' }).click()
    await shown(page, 'Changed your password', { exact: true }).waitFor()
    screen.owner.password = 'another sentence to keep'
    await elsewhere.reload()
    await elsewhere.waitForURL('**/sign-in**')
    await elsewhere.context().close()
    await page.context().close()
  })

  it('ends another session of the same person', async () => {
    const [page, elsewhere] = [await screen.enter(), await screen.enter()]
    await page.goto('/settings')
    await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
    await shown(page, 'Signed out everywhere else', { exact: true }).waitFor()
    await elsewhere.reload()
    await elsewhere.waitForURL('**/sign-in**')
    await elsewhere.context().close()
    await page.context().close()
  })

  it('can be read in light, in dark, on a phone and by everyone', async () => {
    await screen.lookAt({
      profile: '/settings',
      tokens: '/settings?tab=tokens',
      projects: '/settings?tab=projects',
      about: '/settings?tab=about',
    })
  })
})
