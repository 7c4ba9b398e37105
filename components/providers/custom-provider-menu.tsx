'use client'

import { EllipsisVertical, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { CustomProvider } from '#lib/custom-providers/schema'
import { ConfirmChange } from '@/components/query/confirm-change'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { CustomProviderDialog } from './custom-provider-dialog.tsx'
import { useDeleteProvider, useEditProvider } from './queries.ts'

/** Edit and delete a server of the team's own. */
export function CustomProviderMenu({ provider }: { provider: CustomProvider }) {
  const [open, setOpen] = useState<'edit' | 'delete'>()
  const edit = useEditProvider(provider.id)
  const remove = useDeleteProvider(provider.id)
  const close = () => setOpen(undefined)
  return (
    <>
      <DropdownMenu trigger={<IconButton size="sm" icon={EllipsisVertical} label={`Change ${provider.name}`} />}>
        <MenuItem icon={Pencil} onSelect={() => setOpen('edit')}>
          Edit
        </MenuItem>
        <MenuItem icon={Trash2} danger onSelect={() => setOpen('delete')}>
          Delete provider
        </MenuItem>
      </DropdownMenu>
      {open === 'edit' && <CustomProviderDialog provider={provider} save={edit.mutateAsync} onClose={close} />}
      {open === 'delete' && (
        <ConfirmChange
          danger
          title={`Delete ${provider.name}?`}
          action="Delete provider"
          run={() => remove.mutateAsync()}
          done={`Deleted ${provider.name}`}
          onClose={close}
        >
          It leaves the catalogue. Keys that are stored of it keep it from being deleted.
        </ConfirmChange>
      )}
    </>
  )
}
