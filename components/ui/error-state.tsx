import { CircleX, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'

interface ErrorStateProps {
  /** What happened. */
  title: string
  /** What was kept, and what to do. */
  children: ReactNode
  onRetry?: () => void
  /** For the log: the request's id. */
  reference?: string
}

export function ErrorState({ title, children, onRetry, reference }: ErrorStateProps) {
  return (
    <div role="alert" className="flex flex-col items-center px-6 py-14 text-center">
      <CircleX aria-hidden className="mb-3 size-6 text-fail" />
      <h3 className="font-semibold text-base">{title}</h3>
      <p className="mt-1 max-w-100 text-balance text-muted text-sm">{children}</p>
      {reference && <p className="mt-2 font-mono text-faint text-xs">{reference}</p>}
      {onRetry && (
        <Button className="mt-4" onClick={onRetry}>
          <RotateCw aria-hidden />
          Try again
        </Button>
      )}
    </div>
  )
}
