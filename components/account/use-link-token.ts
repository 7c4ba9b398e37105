import { useSyncExternalStore } from 'react'

let token: string | undefined

/** The token after # in the address, taken out of the address bar on first sight. Null where there is none; undefined on the server. */
export function useLinkToken(): string | null | undefined {
  return useSyncExternalStore(nothingChanges, readToken, () => undefined)
}

function readToken(): string | null {
  if (token === undefined) {
    token = window.location.hash.slice(1)
    if (token) window.history.replaceState(null, '', window.location.pathname)
  }
  return token || null
}

function nothingChanges() {
  return () => {}
}
