import type { ReactNode } from 'react'
import { cn } from './cn.ts'
import { type Tone, toneIcon, toneLine, toneText, toneTint } from './tone.ts'

interface NoticeProps {
  tone: Tone
  title: string
  action?: ReactNode
  className?: string
  children?: ReactNode
}

/** A sentence that a person must see where they work. */
export function Notice({ tone, title, action, className, children }: NoticeProps) {
  const Icon = toneIcon[tone]
  return (
    <div
      role={tone === 'fail' ? 'alert' : 'status'}
      className={cn(
        'flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg border px-3 py-2.5 text-sm',
        toneTint[tone],
        toneLine[tone],
        className,
      )}
    >
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', toneText[tone])} />
      <div className="min-w-48 flex-1">
        <p className="font-medium">{title}</p>
        {children && <div className="mt-0.5 text-muted">{children}</div>}
      </div>
      {action}
    </div>
  )
}
