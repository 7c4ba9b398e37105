'use client'

import { X } from 'lucide-react'
import * as Radix from 'radix-ui/toast'
import { useSyncExternalStore } from 'react'
import { Button } from './button.tsx'
import { cn } from './cn.ts'
import { dismissToast, type ToastMessage, toastStore } from './toast.ts'
import { toneIcon, toneText } from './tone.ts'

const none: readonly ToastMessage[] = []

/**
 * Where toasts appear; once, in the root layout. Radix and not sonner: sonner adds a <style> when it is imported and has no
 * place for a nonce, so this page's policy would refuse it on every load.
 */
export function Toaster() {
  const messages = useSyncExternalStore(toastStore.subscribe, toastStore.read, () => none)
  return (
    <Radix.Provider swipeDirection="right" label="Notification">
      {messages.map((message) => (
        <Toast key={message.id} {...message} />
      ))}
      <Radix.Viewport className="fixed inset-x-4 bottom-4 z-50 flex flex-col gap-2 outline-none sm:left-auto sm:w-90" />
    </Radix.Provider>
  )
}

export function Toast({ id, tone, title, detail, action }: ToastMessage) {
  const Icon = toneIcon[tone]
  return (
    <Radix.Root
      duration={action ? 10_000 : 5_000}
      type={tone === 'fail' ? 'foreground' : 'background'}
      onOpenChange={(open) => !open && dismissToast(id)}
      className="flex animate-toast-in items-start gap-2.5 rounded-lg bg-raised p-3 text-sm shadow-overlay"
    >
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', toneText[tone])} />
      <div className="min-w-0 flex-1">
        <Radix.Title className="font-medium">{title}</Radix.Title>
        {detail && <Radix.Description className="text-muted">{detail}</Radix.Description>}
      </div>
      {action && (
        <Radix.Action asChild altText={action.label}>
          <Button size="sm" onClick={action.run}>
            {action.label}
          </Button>
        </Radix.Action>
      )}
      <Radix.Close
        aria-label="Dismiss"
        className="flex size-6 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink"
      >
        <X aria-hidden className="size-4" />
      </Radix.Close>
    </Radix.Root>
  )
}
