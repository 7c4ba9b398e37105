'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Troubleshooting } from '#lib/troubleshooting/schema'
import { sendFile } from '@/components/query/send-file'
import { useKeepTroubleshooting } from './queries.ts'

/** What the server takes; said before the way there, not after it. */
export const MOST_BYTES = 50 * 1024 * 1024

export type UploadNow =
  | { at: 'idle' }
  | { at: 'sending'; name: string; sent: number; total: number }
  | { at: 'failed'; message: string }

/** Sends a log as it stands and keeps what was read from it. Cancelled, nothing is kept. */
export function useLogUpload(id: string, onRead: () => void) {
  const [now, setNow] = useState<UploadNow>({ at: 'idle' })
  const current = useRef<AbortController>(undefined)
  const keep = useKeepTroubleshooting()
  useEffect(() => () => current.current?.abort(), [])

  const cancel = useCallback(() => {
    current.current?.abort()
    setNow({ at: 'idle' })
  }, [])

  const send = async (log: Blob, name: string) => {
    if (log.size > MOST_BYTES) return setNow({ at: 'failed', message: tooLarge(name) })
    current.current?.abort()
    const own = new AbortController()
    current.current = own
    const show = (next: UploadNow) => own.signal.aborted || setNow(next)
    const total = log.size
    show({ at: 'sending', name, sent: 0, total })
    try {
      const record = await sendFile<Troubleshooting>(`/troubleshooting/${id}/logs`, log, {
        mediaType: /\.(jsonl|ndjson)$/i.test(name) ? 'application/x-ndjson' : 'text/plain',
        signal: own.signal,
        onSent: (sent) => show({ at: 'sending', name, sent, total }),
      })
      show({ at: 'idle' })
      keep(record)
      onRead()
    } catch (error) {
      show({ at: 'failed', message: error instanceof Error ? error.message : 'The log was not read.' })
    }
  }

  return { now, send, cancel }
}

const tooLarge = (name: string) =>
  `${name} holds more than the 50 MiB that are read. Nothing was sent; give its last part: tail -c 50000000 FILE > part.log`
