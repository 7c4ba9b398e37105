'use client'

import { useEffect, useState } from 'react'
import { VERDICTS } from '#lib/providers/verdict'
import { Button } from '@/components/ui/button'
import type { Examples } from '@/components/ui/examples'
import { PairingDots } from './pairing-dots.tsx'
import { PairingReport } from './pairing-report.tsx'
import { PairingStages } from './pairing-stages.tsx'
import { PairingStrip } from './pairing-strip.tsx'
import { PairingWaterfall } from './pairing-waterfall.tsx'
import { readStageLetters } from './read-stage-letters.ts'
import { interceptedResult, pairedResult, refusedResult, undecidedResult } from './sample-pairings.examples.ts'
import { STAGE_ORDER } from './stage-words.ts'
import { VerdictBadge } from './verdict-badge.tsx'

/** Sends the stages of a kept result one by one, as a stream would. */
function StreamedStrip() {
  const [count, setCount] = useState<number>(STAGE_ORDER.length)
  useEffect(() => {
    if (count >= STAGE_ORDER.length) return
    const timer = setTimeout(() => setCount(count + 1), 350)
    return () => clearTimeout(timer)
  }, [count])
  return (
    <div className="flex flex-col items-start gap-3">
      <div className="w-full">
        <PairingStages stages={pairedResult.stages.slice(0, count)} running={count < STAGE_ORDER.length} />
      </div>
      <Button onClick={() => setCount(0)}>Play the stream</Button>
    </div>
  )
}

export const pairingStripExamples: Examples = {
  title: 'Pairing strip',
  states: {
    'not started': <PairingStrip stages={[]} />,
    running: <PairingStrip running stages={pairedResult.stages.slice(0, 5)} />,
    paired: <PairingStrip stages={pairedResult.stages} />,
    failed: <PairingStages stages={refusedResult.stages} />,
    streamed: <StreamedStrip />,
  },
}

export const pairingWaterfallExamples: Examples = {
  title: 'Pairing waterfall',
  states: {
    paired: <PairingWaterfall stages={pairedResult.stages} />,
    timeout: <PairingWaterfall stages={undecidedResult.stages} />,
  },
}

export const pairingDotsExamples: Examples = {
  title: 'Pairing dots',
  states: {
    paired: <PairingDots stages={readStageLetters('pppspppppp')} />,
    warned: <PairingDots stages={readStageLetters('pppspppwwp')} />,
    failed: <PairingDots stages={readStageLetters('pppsppfssp')} />,
    'not tested': <PairingDots stages={[]} />,
    running: <PairingDots stages={['passed', 'passed', 'running']} />,
  },
}

export const verdictBadgeExamples: Examples = {
  title: 'Verdict badge',
  states: {
    'every verdict': (
      <div className="flex flex-wrap gap-2">
        {VERDICTS.map((verdict) => (
          <VerdictBadge key={verdict} verdict={verdict} />
        ))}
      </div>
    ),
    quiet: (
      <div className="flex flex-wrap gap-4">
        <VerdictBadge look="quiet" verdict="paired" />
        <VerdictBadge look="quiet" verdict="rate_limited" />
        <VerdictBadge look="quiet" verdict="tls_intercepted" />
        <VerdictBadge look="quiet" verdict="unknown" />
      </div>
    ),
  },
}

const again = <Button>Test again</Button>

export const pairingReportExamples: Examples = {
  title: 'Pairing report',
  states: {
    'key revoked': <PairingReport result={refusedResult} actions={again} />,
    paired: <PairingReport result={pairedResult} actions={again} />,
    'TLS intercepted': <PairingReport result={interceptedResult} actions={again} />,
    'not decided': <PairingReport result={undecidedResult} actions={again} />,
  },
}
