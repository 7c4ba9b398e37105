'use client'

import { useSyncExternalStore } from 'react'

const subscribe = () => () => undefined

/** Whether the command key is ⌘. The server, and so the first rendering, says no. */
export function useIsMac(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => /mac|iphone|ipad/i.test(navigator.userAgent),
    () => false,
  )
}
