'use client'

import { useEffect, useRef } from 'react'
import type { Troubleshooting } from '#lib/troubleshooting/schema'
import { toast } from '@/components/ui/toast'
import { causeWords } from './cause-words.ts'

/** Says that the conclusion is another one now, to somebody who answers a step far below it. */
export function useConclusionToast({ verdict, headline }: Troubleshooting['conclusion']): void {
  const seen = useRef(verdict)
  useEffect(() => {
    if (seen.current === verdict) return
    seen.current = verdict
    toast('The conclusion has changed', { tone: causeWords(verdict).tone, detail: headline })
  }, [verdict, headline])
}
