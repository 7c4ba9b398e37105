'use client'

import { ErrorState } from '@/components/ui/error-state'
import './globals.css'

/** The frame itself could not be made, so nothing of it stands around this. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Claviger</title>
        <main className="pt-[14vh]">
          <ErrorState title="Claviger could not be shown" onRetry={retry}>
            Nothing was changed. Try again; where it stays, npx claviger doctor says what is wrong on the machine.
          </ErrorState>
        </main>
      </body>
    </html>
  )
}
