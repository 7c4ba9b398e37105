'use client'

import { Copy, Ellipsis, type LucideIcon, Pencil, PlugZap, RotateCw, Trash2, Undo2 } from 'lucide-react'
import type { Key } from '#lib/keys/schema'
import { Button } from '@/components/ui/button'
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu'

/** What can be done with a key from its row; an action that this person may not take is left out. */
export interface KeyActions {
  test?: (key: Key) => void
  copy?: (key: Key) => void
  replace?: (key: Key) => void
  edit?: (key: Key) => void
  remove?: (key: Key) => void
  restore?: (key: Key) => void
}

export function KeyRowActions({ item, actions }: { item: Key; actions: KeyActions }) {
  const { test, copy, replace, edit, remove, restore } = actions
  return (
    <div className="flex justify-end gap-0.5 text-muted">
      {test && (
        <RowButton
          icon={PlugZap}
          label={`Test pairing of ${item.name}`}
          className="max-sm:hidden"
          onClick={() => test(item)}
        />
      )}
      {copy && (
        <RowButton
          icon={Copy}
          label={`Copy value of ${item.name}`}
          className="max-sm:hidden"
          onClick={() => copy(item)}
        />
      )}
      <DropdownMenu trigger={<RowButton icon={Ellipsis} label={`More for ${item.name}`} />}>
        {test && (
          <MenuItem icon={PlugZap} keys="t" onSelect={() => test(item)}>
            Test pairing
          </MenuItem>
        )}
        {copy && (
          <MenuItem icon={Copy} keys="c" onSelect={() => copy(item)}>
            Copy value
          </MenuItem>
        )}
        {replace && (
          <MenuItem icon={RotateCw} keys="r" onSelect={() => replace(item)}>
            Replace value
          </MenuItem>
        )}
        {edit && (
          <MenuItem icon={Pencil} onSelect={() => edit(item)}>
            Edit key
          </MenuItem>
        )}
        {restore && (
          <MenuItem icon={Undo2} onSelect={() => restore(item)}>
            Restore key
          </MenuItem>
        )}
        {remove && <MenuSeparator />}
        {remove && (
          <MenuItem danger icon={Trash2} onSelect={() => remove(item)}>
            Delete key
          </MenuItem>
        )}
      </DropdownMenu>
    </div>
  )
}

interface RowButtonProps extends React.ComponentProps<typeof Button> {
  icon: LucideIcon
  label: string
}

/** Native title instead of a tooltip: forty rows of tooltips would cost more than they tell. */
function RowButton({ icon: Icon, label, className, ...rest }: RowButtonProps) {
  return (
    <Button
      variant="ghost"
      size="sm"
      aria-label={label}
      title={label}
      className={`w-7 px-0 text-muted hover:text-ink ${className ?? ''}`}
      {...rest}
    >
      <Icon aria-hidden />
    </Button>
  )
}
