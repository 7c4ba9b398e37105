'use client'

import { useEffect } from 'react'

declare global {
  // Read by get-nonce, which Radix's scroll lock uses when it adds its one <style>.
  var __webpack_nonce__: string | undefined
}

/** Hands this page's CSP nonce to the scroll lock of dialogs and menus; without it the browser refuses its style sheet. */
export function StyleNonce() {
  useEffect(() => {
    globalThis.__webpack_nonce__ = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce || undefined
  }, [])
  return null
}
