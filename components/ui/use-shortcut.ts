'use client'

import { useEffect, useRef } from 'react'

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="textbox"]'
const OVERLAY = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

interface ShortcutOptions {
  /** With ⌘ on a Mac, Ctrl elsewhere; such a shortcut also works while typing. */
  command?: boolean
  disabled?: boolean
  /** Before the same key's meaning on every page: a list's own search before the palette. */
  first?: boolean
}

/** Runs for a key pressed anywhere on the page, but not while a person types, or works in a dialog or menu. */
export function useShortcut(
  key: string,
  run: (event: KeyboardEvent) => void,
  { command = false, disabled = false, first = false }: ShortcutOptions = {},
) {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })

  useEffect(() => {
    if (disabled) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.key.toLowerCase() !== key.toLowerCase()) return
      if ((event.metaKey || event.ctrlKey) !== command) return
      if (!command && isElsewhere(event.target)) return
      event.preventDefault()
      latest.current(event)
    }
    document.addEventListener('keydown', onKeyDown, { capture: first })
    return () => document.removeEventListener('keydown', onKeyDown, { capture: first })
  }, [key, command, disabled, first])
}

/** Whether a key pressed there belongs to a field or to something that lies over the page. */
export function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && (target.closest(TYPING) !== null || target.closest(OVERLAY) !== null)
}
