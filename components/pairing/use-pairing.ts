'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CreatePairingInput, PairingResult, PairingStage } from '#lib/pairing/schema'
import { requestEvents } from '@/components/query/request'

export type PairingTarget = { keyId: string; version?: number } | CreatePairingInput

/**
 * Runs a pairing test and keeps each stage as it ends. The value travels in the body of this one request; it is not kept
 * in the query cache.
 */
export function usePairing(onResult?: (result: PairingResult) => void) {
  const [stages, setStages] = useState<PairingStage[]>([])
  const test = useMutation({
    gcTime: 0,
    mutationFn: async (target: PairingTarget) => {
      setStages([])
      let result: PairingResult | undefined
      const [path, body] =
        'keyId' in target
          ? [`/keys/${target.keyId}/pairings`, target.version ? { version: target.version } : {}]
          : ['/pairings', target]
      await requestEvents(path, { method: 'POST', body }, (event, data) => {
        if (event === 'stage') setStages((seen) => [...seen, data as PairingStage])
        if (event === 'result') result = data as PairingResult
        if (event === 'problem') throw new Error((data as { detail?: string }).detail)
      })
      if (!result) throw new Error('The test was cut off before it ended. Nothing was changed; run it again.')
      return result
    },
    onSuccess: onResult,
  })
  return {
    run: test.mutate,
    stages: test.data?.stages ?? stages,
    result: test.data,
    error: test.error,
    running: test.isPending,
    reset: test.reset,
  }
}
