'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { Drawer } from '@/components/ui/drawer'
import { Sidebar, type SidebarProps } from './sidebar.tsx'

interface NavDrawerProps extends SidebarProps {
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** The sidebar on a phone. Closes when the page changes. */
export function NavDrawer({ open, onOpenChange, ...sidebar }: NavDrawerProps) {
  const pathname = usePathname()
  const opened = useRef(pathname)
  useEffect(() => {
    if (pathname !== opened.current) onOpenChange(false)
  }, [pathname, onOpenChange])

  return (
    <Drawer open={open} onOpenChange={onOpenChange} side="left" title="Navigation" className="max-w-72">
      <div className="-mx-5 h-full">
        <Sidebar {...sidebar} />
      </div>
    </Drawer>
  )
}
