'use client'

import * as Radix from 'radix-ui/popover'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'

interface PopoverProps {
  /** What it is, for those who hear the page. */
  label: string
  trigger?: ReactNode
  /** Where it points to, when nothing triggers it. */
  anchor?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  align?: 'start' | 'center' | 'end'
  className?: string
  children: ReactNode
}

export function Popover({ label, trigger, anchor, align = 'start', className, children, ...root }: PopoverProps) {
  return (
    <Radix.Root {...root}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      {anchor && <Radix.Anchor asChild>{anchor}</Radix.Anchor>}
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={cn(
            'z-50 w-80 max-w-[calc(100vw-16px)] animate-pop-in rounded-lg bg-raised p-3 text-sm shadow-overlay focus:outline-none',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
