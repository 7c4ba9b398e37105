'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'

interface ClockState {
  /** Milliseconds since 1970. The server's time while hydrating, so that both render the same words. */
  now: number
  timeZone: string
}

const ClockContext = createContext<ClockState>({ now: 0, timeZone: 'UTC' })

export const useClock = () => useContext(ClockContext)

/** One clock for every relative time on the page: starts at the server's rendering, then ticks each 30 s. */
export function Clock({ renderedAt, children }: { renderedAt: number; children: ReactNode }) {
  const [state, setState] = useState<ClockState>({ now: renderedAt, timeZone: 'UTC' })

  useEffect(() => {
    const tick = () => setState({ now: Date.now(), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone })
    tick()
    const timer = setInterval(tick, 30_000)
    return () => clearInterval(timer)
  }, [])

  return <ClockContext value={state}>{children}</ClockContext>
}
