import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'

interface PageHeaderProps {
  title: ReactNode
  /** One line under the title. */
  description?: ReactNode
  /** The pages above this one. */
  trail?: { label: string; href: string }[]
  /** Chips and badges beside the title. */
  marks?: ReactNode
  actions?: ReactNode
}

export function PageHeader({ title, description, trail, marks, actions }: PageHeaderProps) {
  return (
    <header className="mb-5 flex flex-wrap items-end gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-64">
        {trail && <Trail trail={trail} />}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <h1 className="min-w-0 font-semibold text-xl tracking-tight wrap-anywhere">{title}</h1>
          {marks}
        </div>
        {description && <p className="mt-0.5 text-muted text-sm">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}

function Trail({ trail }: { trail: { label: string; href: string }[] }) {
  return (
    <nav aria-label="Where you are" className="mb-1">
      <ol className="flex flex-wrap items-center gap-1 text-muted text-xs">
        {trail.map(({ label, href }) => (
          <li key={href} className="flex items-center gap-1">
            <Link href={href} className="rounded-sm hover:text-ink hover:underline">
              {label}
            </Link>
            <ChevronRight aria-hidden className="size-3 text-faint" />
          </li>
        ))}
      </ol>
    </nav>
  )
}
