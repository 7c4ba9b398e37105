'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { CreatePairingInput, PairingResult, PairingStage } from '#lib/pairing/schema'
import { Problem } from '@/components/query/request'
import { requestStaged } from '@/components/query/request-staged'

export type PairingTarget = { keyId: string; version?: number } | CreatePairingInput

export type PairingNow =
  | { at: 'idle' }
  | { at: 'running'; stages: PairingStage[] }
  | { at: 'done'; result: PairingResult }
  | { at: 'failed'; message: string }

/**
 * Runs a pairing test and keeps each stage as it ends. The value travels in the body of this one request and is kept
 * nowhere else; a new run or a reset leaves the one before. A test that outlives its page still tells `onResult`.
 */
export function usePairing(onResult?: (result: PairingResult) => void) {
  const [now, setNow] = useState<PairingNow>({ at: 'idle' })
  const current = useRef<AbortController>(undefined)
  const tell = useRef(onResult)
  useEffect(() => {
    tell.current = onResult
  })

  const reset = useCallback(() => {
    current.current?.abort()
    setNow({ at: 'idle' })
  }, [])

  const run = useCallback((target: PairingTarget) => {
    current.current?.abort()
    const own = new AbortController()
    current.current = own
    const show = (next: PairingNow) => own.signal.aborted || setNow(next)
    const ended: PairingStage[] = []
    show({ at: 'running', stages: [] })
    const onStage = (stage: PairingStage) => {
      ended.push(stage)
      show({ at: 'running', stages: [...ended] })
    }
    testPairing(target, own.signal, onStage).then(
      (result) => {
        show({ at: 'done', result })
        if (!own.signal.aborted) tell.current?.(result)
      },
      (error: unknown) => show({ at: 'failed', message: sentenceOf(error) }),
    )
  }, [])

  return { now, running: now.at === 'running', run, reset }
}

function testPairing(
  target: PairingTarget,
  signal: AbortSignal,
  onStage: (stage: PairingStage) => void,
): Promise<PairingResult> {
  const [path, body] =
    'keyId' in target
      ? [`/keys/${target.keyId}/pairings`, target.version ? { version: target.version } : {}]
      : ['/pairings', target]
  return requestStaged(path, { body, signal }, onStage)
}

/** What is not a refusal in words is a connection that broke while the stages came. */
function sentenceOf(error: unknown): string {
  return error instanceof Problem
    ? error.message
    : 'The connection to Claviger broke before the test had ended. Nothing was changed; run it again.'
}
