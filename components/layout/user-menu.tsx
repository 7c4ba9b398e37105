'use client'

import { ChevronsUpDown, Keyboard, LogOut, UserRound } from 'lucide-react'
import Link from 'next/link'
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu'
import { ThemeChoice } from './theme-choice.tsx'

export interface SignedIn {
  name: string
  email: string
}

interface UserMenuProps {
  user: SignedIn
  onSignOut?: () => void
  onShowShortcuts: () => void
}

export function UserMenu({ user, onSignOut, onShowShortcuts }: UserMenuProps) {
  return (
    <DropdownMenu align="start" className="w-58" trigger={<UserButton user={user} />}>
      <div className="px-2 py-1.5">
        <p className="truncate font-medium text-sm">{user.name}</p>
        <p className="truncate text-muted text-xs">{user.email}</p>
      </div>
      <div className="px-1 pb-1.5">
        <ThemeChoice className="w-full [&_button]:px-1 [&_button]:text-xs" />
      </div>
      <MenuSeparator />
      <MenuItem asChild>
        <Link href="/settings">
          <UserRound aria-hidden className="text-muted" />
          Profile and tokens
        </Link>
      </MenuItem>
      <MenuItem icon={Keyboard} keys="?" onSelect={onShowShortcuts}>
        Keyboard shortcuts
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={LogOut} onSelect={onSignOut}>
        Sign out
      </MenuItem>
    </DropdownMenu>
  )
}

function UserButton({ user, ...rest }: { user: SignedIn }) {
  return (
    <button
      type="button"
      className="flex h-10 w-full items-center gap-2.5 rounded-md px-2 text-left hover:bg-hover data-[state=open]:bg-hover"
      {...rest}
    >
      <span
        aria-hidden
        className="flex size-6 shrink-0 items-center justify-center rounded-full bg-selected font-medium text-2xs uppercase"
      >
        {user.name.slice(0, 2)}
      </span>
      <span className="min-w-0 flex-1 truncate text-sm">
        <span className="sr-only">Account: </span>
        {user.name}
      </span>
      <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-faint" />
    </button>
  )
}
