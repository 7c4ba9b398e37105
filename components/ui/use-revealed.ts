'use client'

import { useEffect, useState } from 'react'

const SHOWN_MS = 30_000

export type Revealed =
  | { at: 'hidden' }
  | { at: 'working' }
  | { at: 'shown'; value: string }
  | { at: 'failed'; reason: string }

/** A value that is fetched when asked for, and forgotten after 30 s, on hiding, or when the page goes out of sight. */
export function useRevealed(reveal: () => string | Promise<string>) {
  const [state, setState] = useState<Revealed>({ at: 'hidden' })
  const hide = () => setState({ at: 'hidden' })

  useEffect(() => {
    if (state.at !== 'shown') return
    const forget = () => setState({ at: 'hidden' })
    const timer = setTimeout(forget, SHOWN_MS)
    const onVisibility = () => document.hidden && forget()
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onVisibility)
    }
  }, [state])

  async function show() {
    setState({ at: 'working' })
    try {
      setState({ at: 'shown', value: await reveal() })
    } catch (error) {
      setState({ at: 'failed', reason: error instanceof Error ? error.message : 'It could not be shown.' })
    }
  }
  return { state, show, hide }
}
