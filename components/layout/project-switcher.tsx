'use client'

import { ChevronsUpDown, Plus } from 'lucide-react'
import Link from 'next/link'
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu'

export interface ProjectLink {
  slug: string
  name: string
  href: string
}

interface ProjectSwitcherProps {
  projects: ProjectLink[]
  /** Slug of the project in sight; undefined where the page shows all of them. */
  current?: string
  allHref?: string
  createHref?: string
}

export function ProjectSwitcher({ projects, current, allHref, createHref }: ProjectSwitcherProps) {
  const name = projects.find((project) => project.slug === current)?.name ?? 'All projects'
  return (
    <DropdownMenu align="start" className="w-58" trigger={<SwitcherButton name={name} />}>
      <MenuLabel>Projects</MenuLabel>
      {allHref && <ProjectItem href={allHref} name="All projects" current={!current} />}
      {projects.map((project) => (
        <ProjectItem key={project.slug} href={project.href} name={project.name} current={project.slug === current} />
      ))}
      {createHref && (
        <>
          <MenuSeparator />
          <MenuItem asChild>
            <Link href={createHref}>
              <Plus aria-hidden className="text-muted" />
              New project
            </Link>
          </MenuItem>
        </>
      )}
    </DropdownMenu>
  )
}

function ProjectItem({ href, name, current }: { href: string; name: string; current: boolean }) {
  return (
    <MenuItem asChild>
      <Link href={href} aria-current={current ? 'true' : undefined}>
        <ProjectInitial name={name} />
        <span className={current ? 'truncate font-medium' : 'truncate'}>{name}</span>
      </Link>
    </MenuItem>
  )
}

function SwitcherButton({ name, ...rest }: { name: string }) {
  return (
    <button
      type="button"
      className="flex h-9 w-full items-center gap-2.5 rounded-md border bg-surface px-2 text-left text-sm shadow-raised hover:bg-hover data-[state=open]:bg-hover"
      {...rest}
    >
      <ProjectInitial name={name} />
      <span className="flex-1 truncate font-medium">
        <span className="sr-only">Project: </span>
        {name}
      </span>
      <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-faint" />
    </button>
  )
}

function ProjectInitial({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="flex size-5 shrink-0 items-center justify-center rounded-sm bg-ink font-semibold text-2xs text-inverse uppercase"
    >
      {name.slice(0, 1)}
    </span>
  )
}
