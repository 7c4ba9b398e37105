'use client'

import { Menu, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { useIsMac } from '@/components/ui/use-is-mac'

interface TopBarProps {
  onOpenMenu: () => void
  onOpenPalette: () => void
  /** What a page puts at the right. */
  children?: ReactNode
}

export function TopBar({ onOpenMenu, onOpenPalette, children }: TopBarProps) {
  const command = useIsMac() ? '⌘ K' : 'Ctrl K'
  return (
    <div className="sticky top-0 z-20 flex h-12 items-center gap-2 border-b bg-canvas/90 px-4 backdrop-blur-sm lg:px-8">
      <IconButton icon={Menu} label="Open navigation" onClick={onOpenMenu} className="-ml-2 lg:hidden" />
      <button
        type="button"
        onClick={onOpenPalette}
        className="flex h-8 w-full max-w-90 items-center gap-2 rounded-md border border-control bg-surface px-2.5 text-left text-faint text-sm hover:bg-hover"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="flex-1 truncate">Search keys and pages</span>
        <Kbd keys={command} className="hidden sm:flex" />
      </button>
      <div className="ml-auto flex items-center gap-2">{children}</div>
    </div>
  )
}
