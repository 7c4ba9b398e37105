'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import type { PaletteGroup } from '@/components/ui/command-palette'
import { useShortcut } from '@/components/ui/use-shortcut'
import { Sidebar, type SidebarProps } from './sidebar.tsx'
import { TopBar } from './top-bar.tsx'
import { usePageKeys } from './use-page-keys.ts'

// Loaded when first opened: none of them is needed to see a page.
const AppPalette = dynamic(() => import('./app-palette.tsx').then((module) => module.AppPalette), { ssr: false })
const ShortcutHelp = dynamic(() => import('./shortcut-help.tsx').then((module) => module.ShortcutHelp), { ssr: false })
const NavDrawer = dynamic(() => import('./nav-drawer.tsx').then((module) => module.NavDrawer), { ssr: false })

interface AppShellProps extends Omit<SidebarProps, 'onShowShortcuts'> {
  paletteGroups?: PaletteGroup[]
  onPaletteQuery?: (query: string) => void
  paletteLoading?: boolean
  /** At the right of the top bar. */
  actions?: ReactNode
  children: ReactNode
}

type Overlay = 'palette' | 'shortcuts' | 'navigation'

/** Sidebar, top bar, palette and shortcuts around every signed-in page. */
export function AppShell({
  paletteGroups,
  onPaletteQuery,
  paletteLoading,
  actions,
  children,
  ...sidebar
}: AppShellProps) {
  const router = useRouter()
  const [overlay, setOverlay] = useState<Overlay>()
  const bind = (name: Overlay) => ({
    open: overlay === name,
    onOpenChange: (open: boolean) => setOverlay(open ? name : undefined),
  })
  const showShortcuts = () => setOverlay('shortcuts')

  useShortcut('k', () => setOverlay('palette'), { command: true })
  useShortcut('/', () => setOverlay('palette'))
  useShortcut('?', showShortcuts)
  usePageKeys((href) => router.push(href))

  return (
    <div className="lg:grid lg:grid-cols-[232px_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-ink px-3 py-2 text-inverse focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the page
      </a>
      <aside className="sticky top-0 hidden h-dvh border-r bg-sunken lg:block">
        <Sidebar {...sidebar} onShowShortcuts={showShortcuts} />
      </aside>
      <div className="min-w-0">
        <TopBar onOpenMenu={() => setOverlay('navigation')} onOpenPalette={() => setOverlay('palette')}>
          {actions}
        </TopBar>
        <main id="main" className="mx-auto max-w-320 px-4 py-6 lg:px-8">
          {children}
        </main>
      </div>
      {overlay === 'navigation' && <NavDrawer {...bind('navigation')} {...sidebar} onShowShortcuts={showShortcuts} />}
      {overlay === 'palette' && (
        <AppPalette
          {...bind('palette')}
          groups={paletteGroups}
          onQueryChange={onPaletteQuery}
          loading={paletteLoading}
          go={(href) => router.push(href)}
          onShowShortcuts={showShortcuts}
        />
      )}
      {overlay === 'shortcuts' && <ShortcutHelp {...bind('shortcuts')} />}
    </div>
  )
}
