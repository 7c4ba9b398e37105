'use client'

import type { Installation } from '#lib/installation/schema'
import { ErrorState } from '@/components/ui/error-state'
import type { Examples } from '@/components/ui/examples'
import { AboutInstallation, AboutSkeleton } from './about.tsx'
import { RecoveryReminder } from './recovery-reminder.tsx'

export const sampleInstallation: Installation = {
  version: '0.1.0',
  url: 'https://keys.example.com',
  startedAt: '2026-11-20T09:30:00.000Z',
  uptimeSeconds: 310_000,
  database: 'embedded',
  sealId: 'file:5bf670fb4c4e3345',
  recoveryKey: { isMade: true, confirmedAt: '2026-11-20T10:00:00.000Z' },
  node: { version: '24.22.1', warning: null },
}

export const aboutExamples: Examples = {
  title: 'About this installation',
  states: {
    full: <AboutInstallation installation={sampleInstallation} />,
    'wants attention': (
      <AboutInstallation
        installation={{
          ...sampleInstallation,
          database: 'own',
          recoveryKey: { isMade: false, confirmedAt: null },
          node: {
            version: '24.21.0',
            warning: 'Node.js 24.21.0 works, but lacks security fixes of 24.22.1. Install 24.22.1 or newer.',
          },
        }}
      />
    ),
    'made, not confirmed': <RecoveryReminder recoveryKey={{ isMade: true, confirmedAt: null }} />,
    loading: <AboutSkeleton />,
    error: (
      <ErrorState title="The installation could not be read" onRetry={() => undefined}>
        Claviger could not be reached. Try again.
      </ErrorState>
    ),
  },
}
