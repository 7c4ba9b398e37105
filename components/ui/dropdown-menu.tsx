'use client'

import { Check, type LucideIcon } from 'lucide-react'
import * as Radix from 'radix-ui/dropdown-menu'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'
import { Kbd } from './kbd.tsx'

const itemStyle =
  'flex cursor-default select-none items-center gap-2 rounded-md px-2 py-1.5 text-sm outline-none data-disabled:opacity-50 data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:shrink-0'

interface DropdownMenuProps {
  trigger: ReactNode
  align?: 'start' | 'center' | 'end'
  className?: string
  children: ReactNode
}

export function DropdownMenu({ trigger, align = 'end', className, children }: DropdownMenuProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            'z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 animate-pop-in overflow-y-auto rounded-lg bg-raised p-1 shadow-overlay',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

interface MenuItemProps {
  icon?: LucideIcon
  keys?: string
  danger?: boolean
  disabled?: boolean
  /** Marks the current choice among several. */
  checked?: boolean
  onSelect?: (event: Event) => void
  /** The only child is a link. */
  asChild?: boolean
  children: ReactNode
}

export function MenuItem({ icon: Icon, keys, danger, disabled, checked, onSelect, asChild, children }: MenuItemProps) {
  const look = cn(itemStyle, danger && 'text-fail')
  if (asChild)
    return (
      <Radix.Item asChild className={look} disabled={disabled} onSelect={onSelect}>
        {children}
      </Radix.Item>
    )
  return (
    <Radix.Item className={look} disabled={disabled} onSelect={onSelect}>
      {Icon && <Icon aria-hidden className={danger ? undefined : 'text-muted'} />}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {checked && <Check aria-label="current" />}
      {keys && <Kbd keys={keys} />}
    </Radix.Item>
  )
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 pt-1.5 pb-1 text-faint text-xs">{children}</Radix.Label>
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />
}
