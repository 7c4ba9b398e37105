import type { Tone } from './tone.ts'

export interface ToastMessage {
  id: number
  tone: Tone
  title: string
  detail?: string
  action?: { label: string; run: () => void }
}

type Listener = () => void

let messages: readonly ToastMessage[] = []
let nextId = 1
const listeners = new Set<Listener>()

function publish(next: readonly ToastMessage[]) {
  messages = next
  for (const listener of listeners) listener()
}

/** Says for a few seconds what just happened. An error that needs reading belongs in the page, not here. */
export function toast(title: string, more: Partial<Omit<ToastMessage, 'id' | 'title'>> = {}) {
  publish([...messages.slice(-2), { id: nextId++, tone: 'ok', title, ...more }])
}

export function dismissToast(id: number) {
  publish(messages.filter((message) => message.id !== id))
}

export const toastStore = {
  subscribe(listener: Listener) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  read: () => messages,
}
