'use client'

import { Keyboard, Monitor, Moon, Plus, Stethoscope, Sun } from 'lucide-react'
import { CommandPalette, type PaletteGroup } from '@/components/ui/command-palette'
import { PAGES } from './pages.ts'
import { chooseTheme } from './theme.ts'

export interface AppPaletteProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Found keys and the like; the part that a noun adds. */
  groups?: PaletteGroup[]
  onQueryChange?: (query: string) => void
  loading?: boolean
  go: (href: string) => void
  onShowShortcuts: () => void
}

export function AppPalette({
  open,
  onOpenChange,
  groups = [],
  onQueryChange,
  loading,
  go,
  onShowShortcuts,
}: AppPaletteProps) {
  const then = (run: () => void) => () => {
    onOpenChange(false)
    run()
  }
  const all: PaletteGroup[] = [
    ...groups.map((group) => ({
      ...group,
      items: group.items.map((item) => ({ ...item, onSelect: then(item.onSelect) })),
    })),
    {
      heading: 'Go to',
      items: PAGES.map(({ label, href, icon, key }) => ({
        id: `page ${href}`,
        label,
        icon,
        keys: `g ${key}`,
        onSelect: then(() => go(href)),
      })),
    },
    {
      heading: 'Actions',
      items: [
        {
          id: 'add key',
          label: 'Add key',
          icon: Plus,
          keywords: ['paste', 'new'],
          onSelect: then(() => go('/keys/new')),
        },
        {
          id: 'troubleshoot',
          label: 'Find out why a pairing fails',
          icon: Stethoscope,
          keywords: ['troubleshoot', 'pairing failed', 'fault', 'logs', 'openclaw'],
          onSelect: then(() => go('/troubleshoot')),
        },
        { id: 'shortcuts', label: 'Keyboard shortcuts', icon: Keyboard, keys: '?', onSelect: then(onShowShortcuts) },
        {
          id: 'theme system',
          label: 'Theme: follow the system',
          icon: Monitor,
          onSelect: then(() => chooseTheme('system')),
        },
        { id: 'theme light', label: 'Theme: light', icon: Sun, onSelect: then(() => chooseTheme('light')) },
        { id: 'theme dark', label: 'Theme: dark', icon: Moon, onSelect: then(() => chooseTheme('dark')) },
      ],
    },
  ]
  return (
    <CommandPalette
      open={open}
      onOpenChange={onOpenChange}
      groups={all}
      onQueryChange={onQueryChange}
      loading={loading}
    />
  )
}
