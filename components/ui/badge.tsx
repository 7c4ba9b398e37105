import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'
import { type Tone, toneIcon, toneLine, toneText, toneTint } from './tone.ts'

interface BadgeProps {
  tone: Tone
  icon?: LucideIcon
  /** `quiet` has no box: for table cells, where forty of them stand under one another. */
  look?: 'box' | 'quiet'
  title?: string
  className?: string
  children: ReactNode
}

/** A state: colour, icon and word together. */
export function Badge({ tone, icon, look = 'box', title, className, children }: BadgeProps) {
  const Icon = icon ?? toneIcon[tone]
  const box = look === 'box' && ['h-5.5 rounded-sm border px-1.5', toneTint[tone], toneLine[tone]]
  return (
    <span
      title={title}
      className={cn(
        'inline-flex max-w-full items-center gap-1 whitespace-nowrap align-middle font-medium text-xs',
        toneText[tone],
        box,
        className,
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{children}</span>
    </span>
  )
}
