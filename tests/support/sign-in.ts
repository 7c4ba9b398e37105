import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

export interface Account {
  email: string
  password: string
}

/** A page of a browser of its own, signed in by the form as a person does it, standing on the overview. */
export async function signIn(
  browser: Browser,
  baseUrl: string,
  { email, password }: Account,
  look: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: baseUrl, reducedMotion: 'reduce', ...look })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  return page
}
