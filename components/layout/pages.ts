import {
  Bell,
  KeyRound,
  LayoutDashboard,
  type LucideIcon,
  PlugZap,
  RotateCw,
  ScrollText,
  Settings,
  Stethoscope,
  Terminal,
  Ticket,
  Users,
} from 'lucide-react'

export interface Page {
  label: string
  href: string
  icon: LucideIcon
  /** Pressed after g. */
  key: string
}

/** Every page that stands in the sidebar and the palette, in the order of use. */
export const PAGES: Page[] = [
  { label: 'Overview', href: '/', icon: LayoutDashboard, key: 'o' },
  { label: 'Keys', href: '/keys', icon: KeyRound, key: 'k' },
  { label: 'Rotations', href: '/rotations', icon: RotateCw, key: 'r' },
  { label: 'Notifications', href: '/notifications', icon: Bell, key: 'n' },
  { label: 'Scoped keys', href: '/scoped-keys', icon: Ticket, key: 'c' },
  { label: 'OpenClaw', href: '/openclaw', icon: Terminal, key: 'w' },
  { label: 'Troubleshoot', href: '/troubleshoot', icon: Stethoscope, key: 't' },
  { label: 'Providers', href: '/providers', icon: PlugZap, key: 'p' },
  { label: 'Audit', href: '/audit', icon: ScrollText, key: 'a' },
  { label: 'Members', href: '/members', icon: Users, key: 'm' },
  { label: 'Settings', href: '/settings', icon: Settings, key: 's' },
]

/** Whether a page is the one in sight, or above it. */
export function isCurrent(page: Page, pathname: string): boolean {
  return page.href === '/' ? pathname === '/' : pathname === page.href || pathname.startsWith(`${page.href}/`)
}
