'use client'

import * as Radix from 'radix-ui/dialog'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'
import { DialogCloseButton, DialogHead } from './dialog.tsx'
import { returnFocus } from './return-focus.ts'

interface DrawerProps {
  title: string
  description?: ReactNode
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  side?: 'left' | 'right'
  footer?: ReactNode
  className?: string
  children: ReactNode
}

/** A panel from the side, for work that needs room while its page stays in sight. */
export function Drawer({
  title,
  description,
  trigger,
  side = 'right',
  footer,
  className,
  children,
  ...root
}: DrawerProps) {
  return (
    <Radix.Root {...root}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-overlay-in bg-scrim" />
        <Radix.Content
          onCloseAutoFocus={returnFocus}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'fixed inset-y-0 z-50 flex w-full max-w-130 flex-col bg-raised shadow-overlay focus:outline-none',
            side === 'right' ? 'right-0 animate-drawer-in' : 'left-0 animate-drawer-left-in',
            className,
          )}
        >
          <DialogHead title={title} description={description} />
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
          {footer && <div className="flex justify-end gap-2 border-t px-5 py-3">{footer}</div>}
          <DialogCloseButton />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
