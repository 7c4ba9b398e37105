'use client'

import { CalendarClock, EllipsisVertical, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useMay } from '@/components/access/me'
import { ConfirmChange } from '@/components/query/confirm-change'
import { PolicyDialog } from '@/components/rotation-policies/policy-dialog'
import { Button } from '@/components/ui/button'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { EnvironmentSettings } from './environment-settings.tsx'
import { NameDialog } from './name-dialog.tsx'
import type { ProjectRecord } from './queries.ts'
import { useCreateEnvironment, useDeleteProject, useEditProject } from './use-project-changes.ts'

/** A project with its environments, as those who manage it change them. */
export function ProjectSettings({ project }: { project: ProjectRecord }) {
  const may = useMay()
  const [open, setOpen] = useState<'rename' | 'policy' | 'delete' | 'add'>()
  const manages = project.environments.every(({ id }) => may('project.edit', id))
  return (
    <section aria-label={project.name} className="rounded-lg border bg-surface">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b px-4 py-2">
        <h2 className="font-semibold text-sm wrap-anywhere">{project.name}</h2>
        <span className="font-mono text-muted text-xs">{project.slug}</span>
        {manages && (
          <span className="ml-auto flex items-center gap-2">
            <Button size="sm" onClick={() => setOpen('add')}>
              <Plus aria-hidden />
              Add environment
            </Button>
            <DropdownMenu trigger={<IconButton size="sm" icon={EllipsisVertical} label={`Change ${project.name}`} />}>
              <MenuItem icon={Pencil} onSelect={() => setOpen('rename')}>
                Rename
              </MenuItem>
              <MenuItem icon={CalendarClock} onSelect={() => setOpen('policy')}>
                When to rotate
              </MenuItem>
              <MenuItem icon={Trash2} danger onSelect={() => setOpen('delete')}>
                Delete project
              </MenuItem>
            </DropdownMenu>
          </span>
        )}
      </header>
      <ul>
        {project.environments.map((environment) => (
          <EnvironmentSettings key={environment.id} project={project} environment={environment} />
        ))}
      </ul>
      {open && <ProjectDialog open={open} project={project} onClose={() => setOpen(undefined)} />}
    </section>
  )
}

interface ProjectDialogProps {
  open: 'rename' | 'policy' | 'delete' | 'add'
  project: ProjectRecord
  onClose: () => void
}

function ProjectDialog({ open, project, onClose }: ProjectDialogProps) {
  const { id, name, slug } = project
  const edit = useEditProject(id)
  const remove = useDeleteProject(id)
  const add = useCreateEnvironment(id)
  if (open === 'rename')
    return (
      <NameDialog
        title={`Rename ${name}`}
        action="Rename"
        done={`Renamed ${name}`}
        start={{ name, slug }}
        save={edit.mutateAsync}
        onClose={onClose}
      />
    )
  if (open === 'policy') return <PolicyDialog scope="project" id={id} name={name} onClose={onClose} />
  if (open === 'add')
    return (
      <NameDialog
        title={`Add environment to ${name}`}
        description="It starts empty and not protected. Those who manage the whole project manage it."
        action="Add environment"
        done="Added the environment"
        start={{ name: '', slug: '' }}
        save={(names) => add.mutateAsync({ name: names.name, ...(names.slug.trim() ? { slug: names.slug } : {}) })}
        onClose={onClose}
      />
    )
  return (
    <ConfirmChange
      danger
      title={`Delete ${name}?`}
      action="Delete project"
      run={() => remove.mutateAsync(undefined)}
      done={`Deleted ${name}`}
      onClose={onClose}
    >
      It must hold no keys. The audit log keeps what happened in it; its short name becomes free.
    </ConfirmChange>
  )
}
