'use client'

import { Command } from 'cmdk'
import { type LucideIcon, Search } from 'lucide-react'
import * as Dialog from 'radix-ui/dialog'
import { Kbd } from './kbd.tsx'
import { returnFocus } from './return-focus.ts'

export interface PaletteItem {
  id: string
  label: string
  /** Shown small at the right: where it is. */
  detail?: string
  icon?: LucideIcon
  keys?: string
  /** Other words that find it. */
  keywords?: string[]
  onSelect: () => void
}

export interface PaletteGroup {
  heading: string
  items: PaletteItem[]
}

interface CommandPaletteProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  groups: PaletteGroup[]
  placeholder?: string
  /** Called as the person types, for results that come from elsewhere; these are not filtered again. */
  onQueryChange?: (query: string) => void
  loading?: boolean
}

export function CommandPalette({
  open,
  onOpenChange,
  groups,
  placeholder = 'Search or run a command',
  onQueryChange,
  loading,
}: CommandPaletteProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-overlay-in bg-scrim" />
        <Dialog.Content
          onCloseAutoFocus={returnFocus}
          aria-describedby={undefined}
          className="fixed inset-x-4 top-[12vh] z-50 mx-auto max-w-150 animate-pop-in overflow-hidden rounded-xl bg-raised shadow-overlay focus:outline-none"
        >
          <Dialog.Title className="sr-only">Command palette</Dialog.Title>
          <Command loop label="Command palette">
            <div className="flex items-center gap-2.5 border-b px-4">
              <Search aria-hidden className="size-4 shrink-0 text-faint" />
              <Command.Input
                placeholder={placeholder}
                onValueChange={onQueryChange}
                className="h-12 w-full bg-transparent text-base placeholder:text-faint focus-visible:outline-none"
              />
              <Kbd keys="esc" />
            </div>
            <Command.List className="max-h-[min(400px,56vh)] overflow-y-auto p-1.5">
              <Command.Empty className="px-3 py-8 text-center text-muted text-sm">
                {loading ? 'Searching…' : 'Nothing found.'}
              </Command.Empty>
              {groups.map((group) => (
                <Group key={group.heading} {...group} />
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Group({ heading, items }: PaletteGroup) {
  return (
    <Command.Group
      heading={heading}
      className="**:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-faint **:[[cmdk-group-heading]]:text-xs"
    >
      {items.map(({ id, label, detail, icon: Icon, keys, keywords, onSelect }) => (
        <Command.Item
          key={id}
          value={id}
          keywords={[label, ...(detail ? [detail] : []), ...(keywords ?? [])]}
          onSelect={onSelect}
          className="flex h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 text-sm data-[selected=true]:bg-hover"
        >
          {Icon && <Icon aria-hidden className="size-4 shrink-0 text-muted" />}
          <span className="truncate">{label}</span>
          {detail && <span className="ml-auto truncate text-muted text-xs">{detail}</span>}
          {keys && <Kbd keys={keys} className={detail ? undefined : 'ml-auto'} />}
        </Command.Item>
      ))}
    </Command.Group>
  )
}
