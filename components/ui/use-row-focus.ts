'use client'

import { type KeyboardEvent, type RefObject, useState } from 'react'
import { isElsewhere, useShortcut } from './use-shortcut.ts'

interface RowFocusOptions {
  count: number
  scroller: RefObject<HTMLElement | null>
  /** Brings a row that is not rendered into sight. */
  reveal: (index: number) => void
  /** This is the page's main list: j and k reach it from anywhere. */
  primary: boolean
  onKey: (key: string, index: number) => boolean
}

const STEPS: Record<string, (index: number, last: number) => number> = {
  j: (index) => index + 1,
  ArrowDown: (index) => index + 1,
  k: (index) => index - 1,
  ArrowUp: (index) => index - 1,
  Home: () => 0,
  End: (_, last) => last,
  G: (_, last) => last,
}

/** Moves the focus from row to row: one row takes part in the tab order, the keys move it. */
export function useRowFocus({ count, scroller, reveal, primary, onKey }: RowFocusOptions) {
  const [active, setActive] = useState(0)
  const last = count - 1
  const current = Math.min(active, Math.max(0, last))

  function focus(index: number) {
    const next = Math.max(0, Math.min(last, index))
    setActive(next)
    reveal(next)
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus())
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.metaKey || event.ctrlKey || event.altKey || isElsewhere(event.target)) return
    const step = STEPS[event.key]
    if (step) {
      event.preventDefault()
      return focus(step(current, last))
    }
    const ownKey = event.target instanceof HTMLElement && event.target.dataset.row !== undefined
    if (ownKey && onKey(event.key, current)) event.preventDefault()
  }

  useShortcut('j', () => focus(current), { disabled: !primary })
  useShortcut('k', () => focus(current), { disabled: !primary })

  return { active: current, setActive, onKeyDown }
}
