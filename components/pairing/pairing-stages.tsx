'use client'

import { useId, useState } from 'react'
import type { PairingStage, StageName } from '#lib/pairing/schema'
import { PairingStrip } from './pairing-strip.tsx'
import { PairingWaterfall } from './pairing-waterfall.tsx'
import { StageDetail } from './stage-detail.tsx'

interface PairingStagesProps {
  stages: PairingStage[]
  running?: boolean
}

/** Strip, the opened stage, waterfall. The first stage that failed opens by itself, until a person chooses. */
export function PairingStages({ stages, running }: PairingStagesProps) {
  const [chosen, setChosen] = useState<StageName | 'none'>()
  const detailId = useId()
  const failed = stages.find((stage) => stage.status === 'failed')?.stage
  const opened = chosen ?? failed
  const detail = stages.find((stage) => stage.stage === opened)
  return (
    <div className="flex flex-col gap-3">
      <PairingStrip
        stages={stages}
        running={running}
        opened={detail?.stage}
        controls={detailId}
        onOpen={(stage) => setChosen(stage ?? 'none')}
      />
      {detail && <StageDetail id={detailId} stage={detail} />}
      {stages.length > 0 && (
        <div className="rounded-lg border bg-surface px-4 py-3">
          <PairingWaterfall stages={stages} />
        </div>
      )}
    </div>
  )
}
