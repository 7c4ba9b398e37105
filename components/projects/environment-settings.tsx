'use client'

import { CalendarClock, EllipsisVertical, Pencil, Ticket, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { formatCount } from '#lib/format/format-count'
import { useMay } from '@/components/access/me'
import { EnvironmentChip } from '@/components/keys/environment-chip'
import { search } from '@/components/keys/queries'
import { ConfirmChange } from '@/components/query/confirm-change'
import { PolicyDialog } from '@/components/rotation-policies/policy-dialog'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { NameDialog } from './name-dialog.tsx'
import { ProtectedSwitch } from './protected-switch.tsx'
import type { EnvironmentRecord, ProjectRecord } from './queries.ts'
import { ScopedKeyLifeDialog } from './scoped-key-life-dialog.tsx'
import { TestIntervalSelect } from './test-interval-select.tsx'
import { useDeleteEnvironment, useEditEnvironment } from './use-project-changes.ts'

interface EnvironmentSettingsProps {
  project: Pick<ProjectRecord, 'id' | 'slug' | 'name'>
  environment: EnvironmentRecord
}

/** One environment of a project: what protects it, what it is called, whether it is still needed. */
export function EnvironmentSettings({ project, environment }: EnvironmentSettingsProps) {
  const may = useMay()
  const [open, setOpen] = useState<'rename' | 'policy' | 'life' | 'delete'>()
  const edit = useEditEnvironment(project.id, environment.id)
  const remove = useDeleteEnvironment(project.id, environment.id)
  const close = () => setOpen(undefined)
  const { name, slug, keyCount } = environment
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-2 last:border-b-0">
      <EnvironmentChip name={name} protected={environment.protected} />
      {slug !== name.toLowerCase() && <span className="font-mono text-muted text-xs">{slug}</span>}
      <Link
        href={`/keys?${search({ project: project.slug, environment: slug })}`}
        className="rounded-sm text-muted text-xs tabular-nums hover:text-ink hover:underline"
      >
        {formatCount(keyCount, 'key')}
      </Link>
      {may('environment.edit', environment.id) && (
        <span className="ml-auto flex items-center gap-2">
          <TestIntervalSelect environment={environment} edit={edit} />
          <ProtectedSwitch environment={environment} edit={edit} />
          <DropdownMenu trigger={<IconButton size="sm" icon={EllipsisVertical} label={`Change ${name}`} />}>
            <MenuItem icon={Pencil} onSelect={() => setOpen('rename')}>
              Rename
            </MenuItem>
            <MenuItem icon={CalendarClock} onSelect={() => setOpen('policy')}>
              When to rotate
            </MenuItem>
            {may('environment.guard') && (
              <MenuItem icon={Ticket} onSelect={() => setOpen('life')}>
                Limit scoped keys
              </MenuItem>
            )}
            <MenuItem icon={Trash2} danger onSelect={() => setOpen('delete')}>
              Delete environment
            </MenuItem>
          </DropdownMenu>
        </span>
      )}
      {open === 'rename' && (
        <NameDialog
          title={`Rename ${name}`}
          action="Rename"
          done={`Renamed ${name}`}
          start={{ name, slug }}
          save={edit.mutateAsync}
          onClose={close}
        />
      )}
      {open === 'policy' && (
        <PolicyDialog scope="environment" id={environment.id} name={`${project.name}, ${name}`} onClose={close} />
      )}
      {open === 'life' && <ScopedKeyLifeDialog environment={environment} edit={edit} onClose={close} />}
      {open === 'delete' && (
        <ConfirmChange
          danger
          title={`Delete ${name} of ${project.name}?`}
          action="Delete environment"
          run={() => remove.mutateAsync(undefined)}
          done={`Deleted ${name}`}
          onClose={close}
        >
          It must hold no keys. Keys that were deleted in it before can then not be restored any more. This cannot be
          undone.
        </ConfirmChange>
      )}
    </li>
  )
}
