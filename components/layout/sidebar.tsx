import Link from 'next/link'
import { Brand } from './brand-mark.tsx'
import { NavList } from './nav-list.tsx'
import { type ProjectLink, ProjectSwitcher } from './project-switcher.tsx'
import { type SignedIn, UserMenu } from './user-menu.tsx'

export interface SidebarProps {
  user: SignedIn
  projects: ProjectLink[]
  project?: string
  allProjectsHref?: string
  createProjectHref?: string
  attention?: Record<string, number>
  pathname?: string
  onSignOut?: () => void
  onShowShortcuts: () => void
}

/** Brand, project, pages, account: the whole left column, and the whole drawer on a phone. */
export function Sidebar({
  user,
  projects,
  project,
  allProjectsHref,
  createProjectHref,
  attention,
  pathname,
  onSignOut,
  onShowShortcuts,
}: SidebarProps) {
  return (
    <div className="flex h-full flex-col gap-4 px-3 pt-3 pb-2">
      <Link href="/" className="flex h-9 items-center self-start rounded-md px-2">
        <Brand />
      </Link>
      <ProjectSwitcher projects={projects} current={project} allHref={allProjectsHref} createHref={createProjectHref} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <NavList attention={attention} pathname={pathname} />
      </div>
      <UserMenu user={user} onSignOut={onSignOut} onShowShortcuts={onShowShortcuts} />
    </div>
  )
}
