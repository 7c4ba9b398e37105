'use client'

import { useEffect, useRef, useState } from 'react'
import { canCopy, copyText } from './copy-text.ts'

export type CopySource = string | (() => string | Promise<string>)
export type CopyState =
  | { at: 'idle' | 'working' | 'copied' }
  | { at: 'failed'; reason: string }
  | { at: 'by_hand'; text: string }

const COPIED_MS = 1_600

/** Copies without showing. Without a clipboard it ends in `by_hand`, with the text for a selected field. */
export function useCopy(source: CopySource) {
  const [state, setState] = useState<CopyState>({ at: 'idle' })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  async function copy() {
    clearTimeout(timer.current)
    setState({ at: 'working' })
    try {
      if (!canCopy()) return setState({ at: 'by_hand', text: typeof source === 'string' ? source : await source() })
      await copyText(source)
      setState({ at: 'copied' })
      timer.current = setTimeout(() => setState({ at: 'idle' }), COPIED_MS)
    } catch (error) {
      setState({ at: 'failed', reason: error instanceof Error ? error.message : 'The browser refused.' })
    }
  }
  return { state, copy, reset: () => setState({ at: 'idle' }) }
}
