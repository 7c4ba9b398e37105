import type { Browser } from 'playwright-core'
import { type ApiClient, apiClient } from './api-client.ts'
import { type App, type AppOptions, startApp } from './app.ts'
import { launchBrowser } from './browser.ts'
import { lookAt } from './look-at.ts'
import { type Account, signIn } from './sign-in.ts'

/** An installation of the test's own with an owner, a program that fills it, and a real browser in front of it. */
export interface Screen {
  app: App
  browser: Browser
  owner: Account
  /** Calls the API with the owner's token. */
  api: ApiClient
  /** A new browser in which the owner, or somebody else, is signed in. */
  enter(account?: Account): ReturnType<typeof signIn>
  lookAt(pages: Record<string, string>): Promise<void>
  close(): Promise<void>
}

export async function openScreen(options: AppOptions = {}): Promise<Screen> {
  const [app, browser] = await Promise.all([startApp(options), launchBrowser()])
  const owner = await app.makeAdmin()
  return {
    app,
    browser,
    owner,
    api: apiClient(app.baseUrl, await app.token(owner.email)),
    enter: (account = owner) => signIn(browser, app.baseUrl, account),
    lookAt: (pages) => lookAt(browser, app.baseUrl, owner, pages),
    close: async () => {
      await browser.close()
      await app.stop()
    },
  }
}
