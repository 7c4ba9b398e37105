'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { usePairing } from '@/components/pairing/use-pairing'
import { keyQuery, pairingsQuery } from './queries.ts'

/** Tests a stored key; the result then stands first among its tests, and what else shows the key is read again. */
export function useKeyPairing(id: string) {
  const client = useQueryClient()
  const { now, running, run } = usePairing((result) => {
    const { queryKey } = pairingsQuery(id)
    client.setQueryData(queryKey, (seen) => seen && { ...seen, items: [result, ...seen.items] })
    void client.invalidateQueries({ queryKey: keyQuery(id).queryKey })
    void client.invalidateQueries({ queryKey: ['keys'] })
    void client.invalidateQueries({ queryKey: ['overview'] })
  })
  return { now, running, run: useCallback(() => run({ keyId: id }), [run, id]) }
}
