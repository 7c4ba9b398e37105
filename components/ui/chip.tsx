import { type LucideIcon, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'

interface ChipProps {
  icon?: LucideIcon
  onRemove?: () => void
  /** What removing does, read aloud: "Remove filter: production". */
  removeLabel?: string
  className?: string
  children: ReactNode
}

/** A neutral label: a tag, a filter, the name of a place. States use Badge. */
export function Chip({ icon: Icon, onRemove, removeLabel, className, children }: ChipProps) {
  return (
    <span
      className={cn(
        'inline-flex h-5.5 max-w-full align-middle items-center gap-1 rounded-sm border border-transparent bg-hover px-1.5 text-muted text-xs',
        className,
      )}
    >
      {Icon && <Icon aria-hidden className="size-3 shrink-0" />}
      <span className="truncate">{children}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel ?? 'Remove'}
          onClick={onRemove}
          className="-mr-1 flex size-5 items-center justify-center rounded-sm hover:bg-hover hover:text-ink"
        >
          <X aria-hidden className="size-3" />
        </button>
      )}
    </span>
  )
}
