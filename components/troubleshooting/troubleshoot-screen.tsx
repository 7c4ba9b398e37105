'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { PublicProvider } from '#lib/providers/public-provider'
import { useMay } from '@/components/access/me'
import { PageHeader } from '@/components/layout/page-header'
import { Card } from '@/components/ui/card'
import { IntoSight } from '@/components/ui/into-sight'
import { Notice } from '@/components/ui/notice'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { EarlierRecords } from './earlier-records.tsx'
import { StartOfKey } from './start-of-key.tsx'
import { StartOfValue } from './start-of-value.tsx'
import type { StartProps } from './start-props.ts'
import { StepGuide } from './step-guide.tsx'
import { TroubleshootingSkeleton } from './troubleshooting-skeleton.tsx'
import { useTroubleshootingRun } from './use-troubleshooting-run.ts'

const SUBJECTS = [
  { value: 'key', label: 'A stored key' },
  { value: 'value', label: 'A value just pasted' },
] as const
type Subject = (typeof SUBJECTS)[number]['value']

interface TroubleshootScreenProps {
  providers: PublicProvider[]
  /** Id of the key that the address names. */
  startKey?: string
}

/** Where a search for a fault begins, and the ones there were. */
export function TroubleshootScreen({ providers, startKey }: TroubleshootScreenProps) {
  const may = useMay()
  const router = useRouter()
  const [subject, setSubject] = useState<Subject>('key')
  const [started, setStarted] = useState<Subject>()
  const [isLeaving, setIsLeaving] = useState(false)
  const { now, running, run } = useTroubleshootingRun(({ id }) => {
    setIsLeaving(true)
    router.push(`/troubleshoot/${id}`)
  })
  if (isLeaving) return <TroubleshootingSkeleton />
  const names = Object.fromEntries(providers.map(({ id, name }) => [id, name]))
  const startOf = (own: Subject): StartProps => ({
    running,
    refusal: now.at === 'failed' && started === own ? now : undefined,
    onStart: (body) => {
      setStarted(own)
      run('/troubleshooting', body)
    },
  })
  return (
    <>
      <PageHeader
        title="Troubleshoot"
        description="Why a pairing fails, in nine steps. The machine does what it can; the rest says exactly what to run or look at."
      />
      <div className="flex flex-col gap-6">
        {may('troubleshooting.create') ? (
          <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,560px)_minmax(0,1fr)]">
            <Card>
              <div className="flex flex-col gap-4">
                <SegmentedControl
                  label="What to troubleshoot"
                  options={SUBJECTS}
                  value={subject}
                  onValueChange={setSubject}
                  className="self-start"
                />
                {/* Both stay, so that what was typed in one is there after a look at the other. */}
                <div hidden={subject !== 'key'}>
                  <StartOfKey {...startOf('key')} startKey={startKey} />
                </div>
                <div hidden={subject !== 'value'}>
                  <StartOfValue {...startOf('value')} providers={providers} />
                </div>
              </div>
            </Card>
            <IntoSight when={running}>
              <StepGuide stages={now.at === 'running' ? now.stages : undefined} />
            </IntoSight>
          </div>
        ) : (
          <Notice tone="info" title="To start a search you need the role developer in an environment.">
            A manager of the project can give it to you. What others found about keys that you see stands below.
          </Notice>
        )}
        <EarlierRecords providers={names} startKey={startKey} />
      </div>
    </>
  )
}
