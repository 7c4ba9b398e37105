import type { ReactNode } from 'react'
import { cn } from './cn.ts'

interface CardProps {
  title?: string
  description?: ReactNode
  actions?: ReactNode
  /** No inner space, for a table that reaches the edges. */
  flush?: boolean
  className?: string
  children: ReactNode
}

export function Card({ title, description, actions, flush, className, children }: CardProps) {
  return (
    <section className={cn('overflow-hidden rounded-lg border bg-surface', className)}>
      {title && (
        <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-2.5">
          <div className="min-w-0 flex-1">
            <h2 className="font-semibold text-sm">{title}</h2>
            {description && <p className="text-muted text-xs">{description}</p>}
          </div>
          {actions}
        </header>
      )}
      <div className={flush ? undefined : 'p-4'}>{children}</div>
    </section>
  )
}
