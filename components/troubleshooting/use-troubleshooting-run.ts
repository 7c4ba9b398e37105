'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PairingStage } from '#lib/pairing/schema'
import type { CreateTroubleshootingInput, TestAgainInput, Troubleshooting } from '#lib/troubleshooting/schema'
import { Problem } from '@/components/query/request'
import { requestStaged } from '@/components/query/request-staged'
import { useKeepTroubleshooting } from './queries.ts'

export type RunNow =
  | { at: 'idle' }
  | { at: 'running'; stages: PairingStage[] }
  | { at: 'failed'; message: string; errors: Problem['errors'] }

/** Starts a search for a fault, or runs its test again, and keeps each stage as it ends. A page that is left lets go of it. */
export function useTroubleshootingRun(onDone?: (record: Troubleshooting) => void) {
  const [now, setNow] = useState<RunNow>({ at: 'idle' })
  const current = useRef<AbortController>(undefined)
  const client = useQueryClient()
  const keep = useKeepTroubleshooting()
  const tell = useRef<(record: Troubleshooting) => void>(undefined)
  useEffect(() => {
    tell.current = (record) => {
      keep(record)
      for (const queryKey of [['keys'], ['key'], ['overview']]) void client.invalidateQueries({ queryKey })
      onDone?.(record)
    }
  })
  useEffect(() => () => current.current?.abort(), [])

  const run = useCallback((path: string, body: CreateTroubleshootingInput | TestAgainInput) => {
    current.current?.abort()
    const own = new AbortController()
    current.current = own
    const show = (next: RunNow) => own.signal.aborted || setNow(next)
    const ended: PairingStage[] = []
    show({ at: 'running', stages: [] })
    const onStage = (stage: PairingStage) => {
      ended.push(stage)
      show({ at: 'running', stages: [...ended] })
    }
    requestStaged<PairingStage, Troubleshooting>(path, { body, signal: own.signal }, onStage).then(
      (record) => {
        if (own.signal.aborted) return
        show({ at: 'idle' })
        tell.current?.(record)
      },
      (error: unknown) => show({ at: 'failed', ...readRefusal(error) }),
    )
  }, [])

  return { now, running: now.at === 'running', run }
}

/** What is not a refusal in words is a connection that broke while the stages came. */
function readRefusal(error: unknown): Pick<Extract<RunNow, { at: 'failed' }>, 'message' | 'errors'> {
  if (error instanceof Problem) return { message: error.message, errors: error.errors }
  return {
    message: 'The connection to Claviger broke before the test had ended. What you typed is still here; run it again.',
    errors: [],
  }
}
