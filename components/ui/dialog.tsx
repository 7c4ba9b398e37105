'use client'

import { X } from 'lucide-react'
import * as Radix from 'radix-ui/dialog'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'
import { returnFocus } from './return-focus.ts'

export const DialogClose = Radix.Close

interface DialogProps {
  title: string
  description?: ReactNode
  /** The element that opens it; leave out where `open` decides. */
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Buttons, the main one last. */
  footer?: ReactNode
  className?: string
  children?: ReactNode
}

/** A question or a short form over the page. Longer work belongs in a Drawer. */
export function Dialog({ title, description, trigger, footer, className, children, ...root }: DialogProps) {
  return (
    <Radix.Root {...root}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-overlay-in bg-scrim" />
        <Radix.Content
          onCloseAutoFocus={returnFocus}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'fixed inset-x-4 top-[12vh] z-50 mx-auto flex max-h-[76vh] max-w-120 animate-pop-in flex-col rounded-xl bg-raised shadow-overlay focus:outline-none',
            className,
          )}
        >
          <DialogHead title={title} description={description} />
          {children && <div className="min-h-0 overflow-y-auto px-5 pb-5">{children}</div>}
          {footer && <div className="flex justify-end gap-2 border-t px-5 py-3">{footer}</div>}
          <DialogCloseButton />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

export function DialogHead({ title, description }: Pick<DialogProps, 'title' | 'description'>) {
  return (
    <header className="py-4 pr-14 pl-5">
      <Radix.Title className="font-semibold text-lg">{title}</Radix.Title>
      {description && <Radix.Description className="mt-0.5 text-muted text-sm">{description}</Radix.Description>}
    </header>
  )
}

/** Last in the document, so that the focus begins in the content. No tooltip: it would take the first press of Escape. */
export function DialogCloseButton() {
  return (
    <Radix.Close
      aria-label="Close"
      className="absolute top-3.5 right-3.5 flex size-7 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink"
    >
      <X aria-hidden className="size-4" />
    </Radix.Close>
  )
}
