import type { Locator, Page } from 'playwright-core'

/** The first place where a text can be seen. While a page streams in, a hidden copy of it may stand beside the shown one. */
export function shown(within: Page | Locator, text: string | RegExp, options?: { exact?: boolean }): Locator {
  return within.getByText(text, options).filter({ visible: true }).first()
}
