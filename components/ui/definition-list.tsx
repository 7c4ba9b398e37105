import type { ReactNode } from 'react'
import { cn } from './cn.ts'

export interface Definition {
  term: string
  detail: ReactNode
  mono?: boolean
}

/** Facts as name and value, aligned so that the eye can run down either side. */
export function DefinitionList({ items, className }: { items: Definition[]; className?: string }) {
  return (
    <dl
      className={cn(
        'grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[minmax(112px,max-content)_1fr] sm:gap-y-1.5',
        className,
      )}
    >
      {items.map(({ term, detail, mono }) => (
        <div key={term} className="mb-1 contents">
          <dt className="text-muted">{term}</dt>
          <dd
            className={cn('mb-1.5 min-w-0 wrap-anywhere tabular-nums sm:mb-0', mono && 'font-mono text-xs leading-5')}
          >
            {detail}
          </dd>
        </div>
      ))}
    </dl>
  )
}
