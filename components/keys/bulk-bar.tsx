'use client'

import { Ban, EllipsisVertical, PlugZap, RotateCw, Trash2, UserCog, X } from 'lucide-react'
import type { Key } from '#lib/keys/schema'
import { useMay } from '@/components/access/me'
import type { BulkKind } from '@/components/bulk-changes/queries'
import { Button } from '@/components/ui/button'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'

interface BulkBarProps {
  keys: Key[]
  onTest: () => void
  isStarting: boolean
  onChange: (kind: BulkKind) => void
  onDelete: () => void
  onClear: () => void
}

/** What can be done with the selected keys together. */
export function BulkBar({ keys, onTest, isStarting, onChange, onDelete, onClear }: BulkBarProps) {
  const may = useMay()
  return (
    <section
      aria-label="Selected keys"
      className="mb-3 flex flex-wrap items-center gap-2 rounded-lg border bg-selected px-3 py-2 text-sm"
    >
      <p className="mr-auto font-medium">{keys.length === 1 ? '1 key selected' : `${keys.length} keys selected`}</p>
      {may('key.test') && (
        <Button size="sm" onClick={onTest} busy={isStarting}>
          <PlugZap aria-hidden />
          Test pairing
        </Button>
      )}
      {may('bulk_change.create') && (
        <DropdownMenu
          trigger={
            <Button size="sm">
              <EllipsisVertical aria-hidden />
              Change
            </Button>
          }
        >
          <MenuItem icon={RotateCw} onSelect={() => onChange('rotate')}>
            Rotate through key APIs
          </MenuItem>
          <MenuItem icon={UserCog} onSelect={() => onChange('own')}>
            Change the owner
          </MenuItem>
          <MenuItem icon={Ban} danger onSelect={() => onChange('revoke')}>
            Mark as revoked
          </MenuItem>
        </DropdownMenu>
      )}
      {may('key.delete') && (
        <Button size="sm" variant="danger" onClick={onDelete}>
          <Trash2 aria-hidden />
          Delete
        </Button>
      )}
      <Button size="sm" variant="ghost" onClick={onClear}>
        <X aria-hidden />
        Clear
      </Button>
    </section>
  )
}
