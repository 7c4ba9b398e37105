const KEPT = 8
/** Weakly, so that a field with a secret in it is gone when its page is. */
const recent: WeakRef<HTMLElement>[] = []

if (typeof document !== 'undefined') {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) recent.unshift(new WeakRef(target))
    recent.length = Math.min(recent.length, KEPT)
  })
}

/**
 * For `onCloseAutoFocus`: back to where the person was before a dialog opened. Radix knows only its own trigger, and most
 * dialogs here open by a key, or from a menu that is gone by then.
 */
export function returnFocus(event: Event): void {
  event.preventDefault()
  const place = recent.map((kept) => kept.deref()).find((element) => element && mayTakeFocus(element))
  place?.focus()
}

function mayTakeFocus(element: HTMLElement): boolean {
  return element.isConnected && !element.closest('[role="menu"], [role="listbox"], [data-radix-focus-guard]')
}
