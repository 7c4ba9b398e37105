'use client'

import { ErrorState } from '@/components/ui/error-state'

interface PageErrorProps {
  error: unknown
  retry: () => void
}

/** A page that could not be made. The shell around it still works. */
export default function PageError({ error, retry }: PageErrorProps) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  return (
    <ErrorState title="This page could not be shown" onRetry={retry} reference={digest && `reference ${digest}`}>
      Nothing was changed. Try again; where it stays, the server’s log says why under this reference.
    </ErrorState>
  )
}
