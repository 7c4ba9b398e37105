'use client'

import { X } from 'lucide-react'
import * as Radix from 'radix-ui/dialog'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'
import { IconButton } from './icon-button.tsx'

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
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'fixed inset-x-4 top-[12vh] z-50 mx-auto flex max-h-[76vh] max-w-120 animate-pop-in flex-col rounded-xl bg-raised shadow-overlay focus:outline-none',
            className,
          )}
        >
          <DialogHead title={title} description={description} />
          {children && <div className="min-h-0 overflow-y-auto px-5 pb-5">{children}</div>}
          {footer && <div className="flex justify-end gap-2 border-t px-5 py-3">{footer}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

export function DialogHead({ title, description }: Pick<DialogProps, 'title' | 'description'>) {
  return (
    <header className="flex items-start gap-3 px-5 pt-4 pb-4">
      <div className="min-w-0 flex-1">
        <Radix.Title className="font-semibold text-lg">{title}</Radix.Title>
        {description && <Radix.Description className="mt-0.5 text-muted text-sm">{description}</Radix.Description>}
      </div>
      <Radix.Close asChild>
        <IconButton icon={X} label="Close" size="sm" className="-mr-1.5" />
      </Radix.Close>
    </header>
  )
}
